import { PARTY_LIMITS, type PartyPostView } from '~/types/party'
import { useAction, useDraft } from '@/hooks'
import { Button, Field, Sheet, SwitchRow, TextArea, TextInput } from '@/ui'

/** A post, new or changed; whoever holds it keeps it when it is put away. */
export function PostSheet({ post, onClose }: { post: PartyPostView | undefined; onClose(): void }) {
  const initial = { name: post?.name ?? '', line: post?.line ?? '', shown: post?.shown ?? true }
  const [draft, change, clear] = useDraft(`party.post.${post?.id ?? 'new'}`, initial)
  const offer = useAction('party.offerPost', { done: '设好了' })
  const { fields } = offer
  async function send() {
    const which = post === undefined ? {} : { id: post.id }
    if ((await offer.run({ ...which, ...draft })) !== undefined) {
      clear()
      onClose()
    }
  }
  return (
    <Sheet open title={post === undefined ? '设一个岗位' : '改一改'} onClose={onClose}>
      <Field label="岗位叫什么?" error={fields.name}>
        <TextInput
          label="岗位叫什么"
          value={draft.name}
          max={PARTY_LIMITS.post}
          placeholder="比如:防汛巡查员"
          onChange={(name) => change({ name })}
        />
      </Field>
      <Field label="做些什么?(可以不填)" error={fields.line}>
        <TextArea
          label="做些什么"
          value={draft.line}
          max={PARTY_LIMITS.line}
          minHeight={44}
          placeholder="比如:下大雨时看看河沟和低洼处"
          onChange={(line) => change({ line })}
        />
      </Field>
      <SwitchRow
        label="开放认领"
        hint="关上以后新来的不能认领,已经认领的不变"
        on={draft.shown}
        onChange={(shown) => change({ shown })}
      />
      <Button loading={offer.busy} onTap={() => void send()}>
        存下来
      </Button>
    </Sheet>
  )
}
