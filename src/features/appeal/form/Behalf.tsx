import { BEHALF_CONSENTS } from '~/types/behalf'
import { NAME_MAX } from '~/types/me'
import { CONSENT_LABELS } from '@/labels/appeal'
import { ChipGroup, Field, SwitchRow, TextInput } from '@/ui'
import type { AppealDraft } from './draft'

interface Props {
  behalf: AppealDraft['behalf']
  change(behalf: AppealDraft['behalf']): void
  errors: Record<string, string>
}

const CONSENTS = BEHALF_CONSENTS.map((value) => ({ value, label: CONSENT_LABELS[value] }))

/** 替别人提: an old parent or a neighbour, who has agreed and hears the result, too. */
export function Behalf({ behalf, change, errors }: Props) {
  return (
    <>
      <Field label="替谁提">
        <SwitchRow
          label="替家里老人或邻居提"
          hint="办得怎样,您和他都会知道"
          on={behalf !== undefined}
          onChange={(on) => change(on ? { name: '', phone: '' } : undefined)}
        />
      </Field>
      {behalf !== undefined && (
        <>
          <Field label="怎么称呼他?" error={errors['behalf.name']}>
            <TextInput
              label="怎么称呼他"
              value={behalf.name}
              max={NAME_MAX}
              placeholder="比如:我妈 王桂兰"
              onChange={(name) => change({ ...behalf, name })}
            />
          </Field>
          <Field
            label="他的手机号(可以不留)"
            hint="他也用小程序的话,自己就能看到;不用的话,网格员打电话告诉他"
            error={errors['behalf.phone']}
          >
            <TextInput
              label="他的手机号"
              type="phone"
              max={11}
              value={behalf.phone}
              placeholder="11位手机号"
              onChange={(phone) => change({ ...behalf, phone })}
            />
          </Field>
          <Field label="他怎么同意的?" error={errors['behalf.consent']}>
            <ChipGroup
              label="他怎么同意的"
              value={behalf.consent}
              options={CONSENTS}
              onChange={(consent) => change({ ...behalf, consent })}
            />
          </Field>
        </>
      )}
    </>
  )
}
