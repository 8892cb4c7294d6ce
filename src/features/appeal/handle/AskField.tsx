import { APPEAL_LIMITS } from '~/types/appeal'
import { ChipChecks, ChipGroup, Field, TextInput } from '@/ui'
import type { Ask, Option } from './asks'

interface Props {
  ask: Ask
  options: Option[]
  values: string[]
  error: string | undefined
  onChange(values: string[]): void
}

/** One thing to choose, or to write. */
export function AskField({ ask, options, values, error, onChange }: Props) {
  const { label, many, more, written } = ask
  return (
    <Field label={label} error={error}>
      {written !== undefined ? (
        <TextInput
          label={label}
          value={values[0] ?? ''}
          max={APPEAL_LIMITS.cityNumber}
          placeholder={written}
          onChange={(value) => onChange(value === '' ? [] : [value])}
        />
      ) : many === true ? (
        <ChipChecks label={label} values={values} options={options} onChange={onChange} />
      ) : (
        <ChipGroup
          label={label}
          value={values[0]}
          options={options}
          // Tapping the chosen one again takes it back.
          onChange={(value) => onChange(values[0] === value ? [] : [value])}
          {...(more !== undefined && { more })}
        />
      )}
    </Field>
  )
}
