import { Image, View } from '@tarojs/components'
import { useEffect } from 'react'
import { serverNow } from '@/api'
import { useCall } from '@/hooks'
import { Card, PageState } from '@/ui'
import { aria } from '@/ui/aria'
import { qrOf } from './qr'
import './CodePanel.scss'

/** Light points around the code, which readers need. */
const QUIET = 4

/** The code as a drawing, since a mini program has no inline SVG. */
function drawn(code: string): string {
  const rows = qrOf(code)
  const side = rows.length + 2 * QUIET
  const dark = rows.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 12}" height="${side * 12}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

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
            <Image
              className="codepanel__code"
              src={drawn(data.code)}
              mode="aspectFit"
              {...aria({ role: 'img', label: `签到码 ${data.code}` })}
            />
            <View className="codepanel__digits">{`${data.code.slice(0, 4)} ${data.code.slice(4)}`}</View>
            <View className="codepanel__line">一分钟换一个,拍下来转发没有用</View>
          </>
        )}
      </PageState>
    </Card>
  )
}
