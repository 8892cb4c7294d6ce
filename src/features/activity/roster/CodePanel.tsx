import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { serverNow } from '@/api'
import { useCall } from '@/hooks'
import { Card, PageState, QrCode } from '@/ui'
import './CodePanel.scss'

/** The organiser's changing code: drawn to be scanned, in figures to be typed. */
export function CodePanel({ shiftId }: { shiftId: string }) {
  const query = useCall('activity.code', { shiftId })
  const { data, refetch } = query
  const until = data?.until
  useEffect(() => {
    if (until === undefined) {
      return undefined
    }
    // A new one each minute, at once when it is over; never more than once a second.
    const timer = setTimeout(refetch, Math.max(1000, Date.parse(until) - serverNow()))
    return () => clearTimeout(timer)
  }, [until, data, refetch])
  return (
    <Card className="codepanel">
      <PageState query={query}>
        {data !== undefined && (
          <>
            <View className="codepanel__title">请邻居扫码签到</View>
            <QrCode code={data.code} label="签到码" />
            <View className="codepanel__line">一分钟换一个,拍下来转发没有用</View>
          </>
        )}
      </PageState>
    </Card>
  )
}
