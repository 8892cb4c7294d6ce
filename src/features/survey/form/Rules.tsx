import { SCALE_LABELS } from '@/labels/survey'
import { Card, Field, SectionTitle, SwitchRow } from '@/ui'
import type { CountName, SurveyDraft } from './draft'
import { NumberLine } from './NumberLine'

interface Props {
  draft: Pick<SurveyDraft, 'points' | 'counts' | 'publish'>
  fields: Record<string, string>
  onChange(change: Partial<SurveyDraft>): void
}

const COUNTS: { name: CountName; label: string; hint: string }[] = [
  { name: 'minBallots', label: '少于几票不公布', hint: '最少10票,免得认出谁怎么选的' },
  { name: 'rankBallots', label: '少于几票不排名', hint: '票太少,名次不可靠' },
  { name: 'quorum', label: '参与率到百分之几才算数', hint: '0就是多少人都算' },
  { name: 'pass', label: '满意的到百分之几算通过', hint: '0就是不评通过不通过' },
]
const PUBLISH = [
  { name: 'ranking' as const, label: '公布各村的名次', hint: '不公布,各村就只看自己的' },
  { name: 'questions' as const, label: '公布每道题的结果', hint: '不公布,就只看总分' },
  { name: 'grids' as const, label: '公布各网格的高低', hint: '只说高于、低于总体,从不写分数' },
]

/** By which the survey is decided; one sentence is made of it for those who are asked. */
export function Rules({ draft: { points, counts, publish }, fields, onChange }: Props) {
  const wrong =
    fields['rules.points'] ?? Object.entries(fields).find(([name]) => name.startsWith('rules.points.'))?.[1]
  return (
    <>
      <SectionTitle>规则</SectionTitle>
      <Field label="五档各算多少分" error={wrong}>
        {SCALE_LABELS.map((label, index) => (
          <NumberLine
            key={label}
            label={label}
            value={points[index] ?? ''}
            error={undefined}
            onChange={(typed) => onChange({ points: points.map((one, at) => (at === index ? typed : one)) })}
          />
        ))}
      </Field>
      <Card>
        {COUNTS.map(({ name, label, hint }) => (
          <NumberLine
            key={name}
            label={label}
            hint={hint}
            value={counts[name]}
            error={fields[`rules.${name}`]}
            onChange={(typed) => onChange({ counts: { ...counts, [name]: typed } })}
          />
        ))}
      </Card>
      <Card>
        {PUBLISH.map(({ name, label, hint }) => (
          <SwitchRow
            key={name}
            label={label}
            hint={hint}
            on={publish[name]}
            onChange={(on) => onChange({ publish: { ...publish, [name]: on } })}
          />
        ))}
      </Card>
    </>
  )
}
