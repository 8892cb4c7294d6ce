import { EVALUATION_COMPONENTS, EVALUATION_LIMITS, type EvaluationObjectionView } from '~/types/evaluation'
import { useAction, useDraft } from '@/hooks'
import { EVALUATION_COMPONENT_LABELS } from '@/labels/evaluation'
import { Button, ChipGroup, Field, Notice, Sheet, TextArea } from '@/ui'

type LeaveOut = (typeof EVALUATION_COMPONENTS)[number] | 'none'
interface Draft {
  upheld: 'yes' | 'no' | undefined
  words: string
  leaveOut: LeaveOut
}
const EMPTY: Draft = { upheld: undefined, words: '', leaveOut: 'none' }
const UPHELD = [
  { value: 'yes' as const, label: '成立' },
  { value: 'no' as const, label: '不成立' },
]
const PARTS: { value: LeaveOut; label: string }[] = [
  { value: 'none', label: '都照算' },
  ...EVALUATION_COMPONENTS.map((value) => ({ value, label: EVALUATION_COMPONENT_LABELS[value] })),
]

interface Props {
  objection: EvaluationObjectionView
  onClose(): void
}

/** 裁定异议: with reasons that stay; an upheld one may leave a part out, and then all are worked out again. */
export function DecideSheet({ objection: { id, name, reason }, onClose }: Props) {
  const [draft, change, clear] = useDraft<Draft>(`evaluation.decide.${id}`, EMPTY)
  const decide = useAction('evaluation.decideObjection', { done: '裁定了' })
  const { fields } = decide
  const { upheld, words, leaveOut } = draft

  async function send() {
    const left = upheld === 'yes' && leaveOut !== 'none' ? { leaveOut } : {}
    if ((await decide.run({ id, upheld: upheld === 'yes', words, ...left })) !== undefined) {
      clear()
      onClose()
    }
  }

  return (
    <Sheet open title={`裁定${name}的异议`} onClose={onClose}>
      {decide.failure !== undefined && <Notice tone="red">{decide.failure.message}</Notice>}
      <Notice tone="blue">{`“${reason}”`}</Notice>
      <Field label="异议成立吗?" error={fields.upheld}>
        <ChipGroup
          label="异议成立吗"
          value={upheld}
          options={UPHELD}
          onChange={(chosen) => change({ upheld: chosen })}
        />
      </Field>
      {upheld === 'yes' && (
        <Field label="哪一项不计?" hint="不计的一项,分量给其他几项,全部重新算" error={fields.leaveOut}>
          <ChipGroup
            label="哪一项不计"
            value={leaveOut}
            options={PARTS}
            onChange={(chosen) => change({ leaveOut: chosen })}
          />
        </Field>
      )}
      <Field label="裁定的理由?" hint="村里和以后查的人都看得到" error={fields.words}>
        <TextArea
          label="裁定的理由"
          value={words}
          max={EVALUATION_LIMITS.words}
          placeholder="写清查了什么、为什么这样定"
          onChange={(typed) => change({ words: typed })}
        />
      </Field>
      <Button loading={decide.busy} disabled={upheld === undefined} onTap={() => void send()}>
        就这样定
      </Button>
    </Sheet>
  )
}
