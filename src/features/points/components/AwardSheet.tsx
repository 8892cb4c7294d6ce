import { View } from '@tarojs/components'
import { POINTS_TEXT, type AwardAction, type AwardView } from '~/types/points'
import { useAction, useDraft } from '@/hooks'
import { AWARD_ACTION_LABELS, POINTS_RULE_LABELS } from '@/labels/points'
import { Button, ChipGroup, Field, Notice, Sheet, TextArea } from '@/ui'
import './points.scss'

interface Ask {
  label: string
  placeholder: string
}
const ASKS: Record<Exclude<AwardAction, 'points.approve'>, Ask> = {
  'points.refuse': { label: '为什么不给?', placeholder: '他本人看得到' },
  'points.object': {
    label: '您觉得哪里不对?',
    placeholder: '比如:那天是另一家扫的。只有工作人员和他本人看得到',
  },
  'points.decideObjection': { label: '核实的结果', placeholder: '比如:问了两位邻居,确实扫了' },
  'points.reverse': { label: '为什么收回?', placeholder: '他本人看得到' },
}
const VERDICTS: { value: 'no' | 'yes'; label: string }[] = [
  { value: 'no', label: '异议不成立' },
  { value: 'yes', label: '异议成立' },
]
const EMPTY: { words: string; verdict: 'no' | 'yes' | undefined } = { words: '', verdict: undefined }

interface Props {
  award: AwardView
  action: AwardAction
  onClose(): void
}

/** One question before an award goes on, is stopped, or is taken back; what was typed is kept until it is sent. */
export function AwardSheet({ award, action, onClose }: Props) {
  const { id, name, points, rule } = award
  const [draft, change, clear] = useDraft(`${action}.${id}`, EMPTY)
  const acts = {
    'points.approve': useAction('points.approve', { done: '开始公示' }),
    'points.refuse': useAction('points.refuse', { done: '记下了' }),
    'points.object': useAction('points.object', { done: '会有人核实' }),
    'points.decideObjection': useAction('points.decideObjection', { done: '答复了' }),
    'points.reverse': useAction('points.reverse', { done: '收回了' }),
  }
  const { fields, busy } = acts[action]
  const ask = action === 'points.approve' ? undefined : ASKS[action]
  const { words, verdict } = draft
  const open = action === 'points.decideObjection' && verdict === undefined

  async function send() {
    const done = await {
      'points.approve': () => acts['points.approve'].run({ id }),
      'points.refuse': () => acts['points.refuse'].run({ id, reason: words }),
      'points.object': () => acts['points.object'].run({ id, reason: words }),
      'points.decideObjection': () =>
        acts['points.decideObjection'].run({ id, upheld: verdict === 'yes', words }),
      'points.reverse': () => acts['points.reverse'].run({ id, reason: words }),
    }[action]()
    if (done !== undefined) {
      clear()
      onClose()
    }
  }

  return (
    <Sheet open title={AWARD_ACTION_LABELS[action]} onClose={onClose}>
      <View className="points__line">{`${name} · ${POINTS_RULE_LABELS[rule]} · ${points}分`}</View>
      {action === 'points.approve' && <Notice tone="blue">同意以后先公示,没有异议才到账。</Notice>}
      {action === 'points.decideObjection' && (
        <Field label="核实以后" error={fields.upheld}>
          <ChipGroup
            label="核实以后"
            value={verdict}
            options={VERDICTS}
            onChange={(chosen) => change({ verdict: chosen })}
          />
        </Field>
      )}
      {ask !== undefined && (
        <Field label={ask.label} error={fields.reason ?? fields.words}>
          <TextArea
            label={ask.label}
            value={words}
            max={POINTS_TEXT.reason}
            placeholder={ask.placeholder}
            onChange={(typed) => change({ words: typed })}
          />
        </Field>
      )}
      <Button loading={busy} disabled={open} onTap={() => void send()}>
        {AWARD_ACTION_LABELS[action]}
      </Button>
    </Sheet>
  )
}
