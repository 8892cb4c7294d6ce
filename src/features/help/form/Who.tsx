import type { MeView } from '~/types/me'
import { Field, TextInput } from '@/ui'
import type { HelpDraft } from './draft'

interface Props {
  me: MeView
  draft: HelpDraft
  change(part: Partial<HelpDraft>): void
  errors: Record<string, string>
}

/** Who asks; a name only the first time, a number so that who comes can call. */
export function Who({ me, draft, change, errors }: Props) {
  return (
    <>
      {me.name === '' && (
        <Field label="怎么称呼您?" error={errors.name}>
          <TextInput
            label="怎么称呼您"
            value={draft.name}
            max={20}
            placeholder="比如:张大妈"
            onChange={(name) => change({ name })}
          />
        </Field>
      )}
      {me.phone === undefined && (
        <Field label="手机号(可以不留)" hint="只有来帮您的人能打,别人看不到" error={errors.phone}>
          <TextInput
            label="手机号"
            type="phone"
            max={11}
            value={draft.phone}
            placeholder="11位手机号"
            onChange={(phone) => change({ phone })}
          />
        </Field>
      )}
    </>
  )
}
