import { Picker, View } from '@tarojs/components'
import { Row } from '@/ui'
import type { EvaluationDraft } from './draft'

interface Props {
  draft: Pick<EvaluationDraft, 'from' | 'to'>
  onChange(change: Partial<EvaluationDraft>): void
}

/** First and last day of a period of one's own. */
export function Days({ draft: { from, to }, onChange }: Props) {
  return (
    <>
      <Picker mode="date" value={from} onChange={(event) => onChange({ from: event.detail.value })}>
        <View>
          <Row label="从哪一天" value={from} onTap={() => undefined} />
        </View>
      </Picker>
      <Picker mode="date" value={to} onChange={(event) => onChange({ to: event.detail.value })}>
        <View>
          <Row label="到哪一天" value={to} onTap={() => undefined} />
        </View>
      </Picker>
    </>
  )
}
