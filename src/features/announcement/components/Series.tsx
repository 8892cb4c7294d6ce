import { View } from '@tarojs/components'
import type { SeriesView } from '~/types/announcement'
import { useAction } from '@/hooks'
import { dayTime } from '@/time'
import { Button, Card, Notice, SectionTitle } from '@/ui'
import { seriesWords } from '../view'
import './announcement.scss'

interface Props {
  id: string
  series: SeriesView
  /** Whether it may be ended now. */
  stops: boolean
}

/** When it comes again, for those who send it. */
export function Series({ id, series, stops }: Props) {
  const stop = useAction('announcement.stop', { done: '不再发了' })
  const { nextAt, stopped } = series
  return (
    <>
      <SectionTitle>定期再发</SectionTitle>
      <Card>
        <View className="announcement__stack">
          <View>{stopped ? '已经停了,不再发了。' : seriesWords(series)}</View>
          {nextAt !== undefined && <Notice tone="blue">{`下一次:${dayTime(nextAt)}`}</Notice>}
          {stop.failure !== undefined && <Notice tone="red">{stop.failure.message}</Notice>}
          {stops && (
            <Button kind="ghost" size="middle" loading={stop.busy} onTap={() => void stop.run({ id })}>
              以后不再发
            </Button>
          )}
        </View>
      </Card>
    </>
  )
}
