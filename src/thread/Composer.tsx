import { View } from '@tarojs/components'
import { useState } from 'react'
import { PRIVACY_VERSION } from '~/types/me'
import type { PictureView } from '~/types/picture'
import { POST_LIMITS, type PostView, type ThreadTarget } from '~/types/thread'
import { useAction, useDraft } from '@/hooks'
import { Button, ConsentSheet, Field, PicturePicker, TextArea, TextInput } from '@/ui'

interface Props {
  target: ThreadTarget
  name: string
  /** The post that is answered. */
  answering: PostView | undefined
  onQuit(): void
  onPosted(post: PostView): void
}
const EMPTY = { words: '', pictures: [] as PictureView[], name: '' }

/** Says something under it; what is typed is kept. A name is asked for the first time, after the privacy notice. */
export function Composer({ target, name, answering, onQuit, onPosted }: Props) {
  const [draft, change, clear] = useDraft(`thread.${target.kind}.${target.id}`, EMPTY)
  const [asking, setAsking] = useState(false)
  const post = useAction('thread.post', { refresh: ['help', 'me'] })
  const consent = useAction('me.consent')
  const nameless = name === ''

  async function send() {
    const pictureIds = draft.pictures.map(({ id }) => id)
    const made = await post.run({
      target,
      words: draft.words,
      ...(pictureIds.length > 0 && { pictureIds }),
      ...(answering !== undefined && { replyTo: answering.id }),
      ...(nameless && draft.name !== '' && { name: draft.name }),
    })
    if (made !== undefined) {
      clear()
      onPosted(made)
    }
  }
  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send()
    }
  }

  return (
    <View className="thread__composer">
      {answering !== undefined && (
        <View className="thread__answering">
          <View>{`回${answering.by}`}</View>
          <Button kind="ghost" size="small" onTap={onQuit}>
            不回了
          </Button>
        </View>
      )}
      <Field label="说一句" error={post.fields.words ?? post.fields.pictureIds}>
        <TextArea
          label="说一句"
          value={draft.words}
          max={POST_LIMITS.words}
          minHeight={44}
          placeholder="邻居都看得到,请不要写电话"
          onChange={(words) => change({ words })}
        />
        <PicturePicker
          value={draft.pictures}
          max={POST_LIMITS.pictures}
          onChange={(pictures) => change({ pictures })}
        />
      </Field>
      {nameless && (
        <Field label="怎么称呼您?" error={post.fields.name}>
          <TextInput
            label="怎么称呼您"
            value={draft.name}
            max={20}
            placeholder="比如:张大妈"
            onChange={(typed) => change({ name: typed })}
          />
        </Field>
      )}
      <Button size="middle" loading={post.busy} onTap={() => (nameless ? setAsking(true) : void send())}>
        发出去
      </Button>
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </View>
  )
}
