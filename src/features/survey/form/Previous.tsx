import { usePagedList } from '@/hooks'
import { ChipGroup, Field } from '@/ui'
import type { SurveyDraft } from './draft'

interface Props {
  value: string | undefined
  error: string | undefined
  onChange(change: Partial<SurveyDraft>): void
}

/** The survey before, from which the change is counted; not asked where there is none. */
export function Previous({ value, error, onChange }: Props) {
  const made = usePagedList('survey.list', { list: 'made' })
  const published = made.items.filter(({ status }) => status === 'published')
  if (published.length === 0) {
    return null
  }
  return (
    <Field label="和哪一次比?(可以不选)" error={error} hint="结果里会写比那次高了还是低了">
      <ChipGroup
        label="和哪一次比"
        value={value}
        options={published.map(({ id, title, closesAt }) => ({
          value: id,
          label: `${closesAt.slice(0, 7)} ${title}`,
        }))}
        more={4}
        // Tapping the chosen one again takes it back.
        onChange={(id) => onChange({ previousId: id === value ? undefined : id })}
      />
    </Field>
  )
}
