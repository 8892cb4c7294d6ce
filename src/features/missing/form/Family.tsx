import { NAME_MAX } from '~/types/me'
import { KINSHIPS, REPORT_CONSENTS } from '~/types/missing'
import { KINSHIP_LABELS, REPORT_CONSENT_LABELS } from '@/labels/missing'
import { ChipGroup, Field, SwitchRow, TextInput } from '@/ui'
import type { ReportDraft } from './draft'

interface Props {
  draft: ReportDraft
  change(part: Partial<ReportDraft>): void
  errors: Record<string, string>
  /** A worker writes it down for somebody who telephoned or came. */
  helps: boolean
}

/** Who reports it, and that the family agrees. */
export function Family({ draft, change, errors, helps }: Props) {
  const who = helps ? '家属' : '您'
  return (
    <>
      <Field label={`${who}是他什么人?`} error={errors.kinship}>
        <ChipGroup
          label="是他什么人"
          value={draft.kinship}
          options={KINSHIPS.map((value) => ({ value, label: KINSHIP_LABELS[value] }))}
          onChange={(kinship) => change({ kinship })}
        />
      </Field>
      <Field label={`怎么称呼${who}`} error={errors.contactName}>
        <TextInput
          label="称呼"
          value={draft.contactName}
          max={NAME_MAX}
          onChange={(contactName) => change({ contactName })}
        />
      </Field>
      <Field
        label={`${who}的电话`}
        error={errors.contactPhone}
        hint="只有负责找人的同志看得到,马上会打来核实"
      >
        <TextInput
          label="电话"
          type="phone"
          max={11}
          value={draft.contactPhone}
          onChange={(contactPhone) => change({ contactPhone })}
        />
      </Field>
      {helps && (
        <Field label="家属怎么同意的?" error={errors.consent}>
          <ChipGroup
            label="家属怎么同意的"
            value={draft.consent}
            options={REPORT_CONSENTS.map((value) => ({ value, label: REPORT_CONSENT_LABELS[value] }))}
            onChange={(consent) => change({ consent })}
          />
        </Field>
      )}
      <Field label="家人同意" error={errors.agreed}>
        <SwitchRow
          label="同意公开照片和样子"
          hint="找到后马上撤下,三天后全部清除"
          on={draft.agreed}
          onChange={(agreed) => change({ agreed })}
        />
      </Field>
    </>
  )
}
