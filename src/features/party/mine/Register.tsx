import { PARTY_LIMITS, type PartyPostView } from '~/types/party'
import { useAction, useDraft } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, ChipChecks, Empty, Field, Notice, Row, TextInput } from '@/ui'

const EMPTY: { organisation: string; postIds: string[] } = { organisation: '', postIds: [] }

/** The own unit and at least one post: all that registering takes. */
export function Register({ posts }: { posts: PartyPostView[] }) {
  const [draft, change, clear] = useDraft('party.checkIn', EMPTY)
  const checkIn = useAction('party.checkIn', { done: '报到了' })
  const { fields, failure, busy } = checkIn
  const open = posts.filter(({ shown }) => shown)
  // A post that was put away meanwhile is chosen no longer.
  const chosen = draft.postIds.filter((id) => open.some((post) => post.id === id))
  if (open.length === 0) {
    return <Empty icon="flag" title="村里还没有设岗位" line="请跟村里说一声,设好岗位就能报到" />
  }

  async function send() {
    if ((await checkIn.run({ organisation: draft.organisation, postIds: chosen })) !== undefined) {
      clear()
    }
  }

  return (
    <>
      {failure !== undefined && <Notice tone="red">{fields.name ?? failure.message}</Notice>}
      {fields.name !== undefined && (
        <Field label="先填一下姓名">
          <Row label="去填姓名" onTap={() => goTo('/features/me/profile/index')} />
        </Field>
      )}
      <Field label="您的组织关系在哪个党组织?" error={fields.organisation}>
        <TextInput
          label="党组织"
          value={draft.organisation}
          max={PARTY_LIMITS.organisation}
          placeholder="比如:区医院党总支"
          onChange={(organisation) => change({ organisation })}
        />
      </Field>
      <Field label="想认领哪个岗位?(可多选)" error={fields.postIds}>
        <ChipChecks
          label="岗位"
          values={chosen}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(postIds) => change({ postIds })}
        />
      </Field>
      <Button loading={busy} disabled={chosen.length === 0} onTap={() => void send()}>
        向村里报到
      </Button>
    </>
  )
}
