import type { MeView } from '~/types/me'
import { Field, SwitchRow, TextInput } from '@/ui'
import { Behalf } from './Behalf'
import type { AppealDraft } from './draft'

interface Props {
  me: MeView
  draft: AppealDraft
  change(part: Partial<AppealDraft>): void
  errors: Record<string, string>
}

/** Who asks, and who may see it. A name only the first time; a number only if the person wants to be called. */
export function Who({ me, draft, change, errors }: Props) {
  return (
    <>
      <Behalf behalf={draft.behalf} change={(behalf) => change({ behalf })} errors={errors} />
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
        <Field label="手机号(可以不留)" hint="想让网格员给您回电话,就留一个" error={errors.phone}>
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
      <Field label="给谁看">
        <SwitchRow
          label="群里显示我的名字"
          hint="关闭后,群里只写“一位邻居”"
          on={draft.nameShown && !draft.private}
          onChange={(nameShown) => change({ nameShown, ...(nameShown && { private: false }) })}
        />
        <SwitchRow
          label="不发到群里"
          hint="只有办理的同志看得到"
          on={draft.private}
          onChange={(hidden) => change({ private: hidden })}
        />
      </Field>
    </>
  )
}
