import { useAction, useMe } from '@/hooks'
import { Button, Notice } from '@/ui'

interface Props {
  areaCode: string
  /** Grids that could not be told so often that somebody should look. */
  stuck: number
}

/** What would not go out, and the button to try it now for those who may; it is tried on by itself either way. */
export function Stuck({ areaCode, stuck }: Props) {
  const me = useMe()
  const retry = useAction('delivery.retry', { done: '马上再发一次', refresh: ['announcement', 'delivery'] })
  if (stuck === 0) {
    return null
  }
  const may = me.data?.can.includes('delivery.retry') === true
  return (
    <>
      <Notice tone="red">
        {`有${stuck}个网格一直没发成功,系统还在试。${may ? '' : '急的话请告诉镇里。'}`}
      </Notice>
      {may && (
        <Button kind="ghost" size="middle" loading={retry.busy} onTap={() => void retry.run({ areaCode })}>
          现在再发一次
        </Button>
      )}
    </>
  )
}
