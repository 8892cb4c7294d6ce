import { useState } from 'react'
import { NAME_MAX, PRIVACY_VERSION } from '~/types/me'
import { useAction, useDraft, useMe } from '@/hooks'
import { goBack } from '@/navigate'
import { ActionBar, Button, ConsentSheet, Field, Page, TextInput } from '@/ui'

/** What one is called, and a number for calling back. */
export default function Profile() {
  const me = useMe()
  const [draft, change, clear] = useDraft('me.profile', { name: '', phone: '' })
  const [asking, setAsking] = useState(false)
  const update = useAction('me.update', { done: '改好了' })
  const consent = useAction('me.consent')

  async function save() {
    const input = {
      ...(draft.name !== '' && { name: draft.name }),
      ...(draft.phone !== '' && { phone: draft.phone }),
    }
    if ((await update.run(input)) !== undefined) {
      clear()
      goBack()
    }
  }

  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await save()
    }
  }

  const start = () => (me.data?.consented === true ? void save() : setAsking(true))
  return (
    <Page
      title="我的资料"
      state={me}
      foot={
        <ActionBar>
          <Button loading={update.busy} onTap={start}>
            保存
          </Button>
        </ActionBar>
      }
    >
      <Field label="怎么称呼您?" error={update.fields.name} hint="网格员看得到;群里默认不显示">
        <TextInput
          label="怎么称呼您"
          value={draft.name}
          max={NAME_MAX}
          placeholder={me.data?.name === '' ? '比如:张大妈' : (me.data?.name ?? '')}
          onChange={(name) => change({ name })}
        />
      </Field>
      <Field
        label="手机号(可以不留)"
        error={update.fields.phone}
        hint="只给办事的同志打电话用,每次查看都有记录"
      >
        <TextInput
          label="手机号"
          type="phone"
          max={11}
          value={draft.phone}
          placeholder={me.data?.phone ?? '11位手机号'}
          onChange={(phone) => change({ phone })}
        />
      </Field>
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
