import { View } from '@tarojs/components'
import { useState } from 'react'
import { APPEAL_LIMITS, type AppealView } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import { useAction, useCall, useDraft, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { ActionBar, Button, Card, ChipGroup, Field, Notice, Page, PicturePicker, TextArea } from '@/ui'
import { isWritten, WORDS, type Written } from './ready'
import './index.scss'

const EMPTY = { words: '', pictures: [] as PictureView[] }
const LEVELS: { value: 'village' | 'town'; label: string }[] = [
  { value: 'village', label: '报给村里' },
  { value: 'town', label: '报给镇里' },
]

/** The three acts that staff writes something for; one form, since they differ only in their words. */
function useSend(action: Written, appeal: AppealView, to: 'village' | 'town') {
  const options = { done: WORDS[action].done, refresh: ['appeal', 'feed', 'delivery'] }
  const finish = useAction('appeal.finish', options)
  const answer = useAction('appeal.answer', options)
  const escalate = useAction('appeal.escalate', options)
  const { id } = appeal
  const state = { 'appeal.finish': finish, 'appeal.answer': answer, 'appeal.escalate': escalate }[action]
  const send = (words: string, pictureIds: string[]) => {
    if (action === 'appeal.escalate') {
      return escalate.run({ id, to, reason: words })
    }
    return action === 'appeal.finish'
      ? finish.run({ id, words, pictureIds })
      : answer.run({ id, words, pictureIds })
  }
  return { send, busy: state.busy, fields: state.fields, failure: state.failure }
}

function Handle({ action, appeal }: { action: Written; appeal: AppealView }) {
  const [draft, change, clear] = useDraft(`${action}.${appeal.id}`, EMPTY)
  const levels = appeal.level === 'grid' ? LEVELS : LEVELS.slice(1)
  const [to, setTo] = useState<'village' | 'town'>(levels[0]?.value ?? 'town')
  const { send, busy, fields, failure } = useSend(action, appeal, to)
  const words = WORDS[action]
  const max = action === 'appeal.escalate' ? APPEAL_LIMITS.reason : APPEAL_LIMITS.words

  async function submit() {
    if (
      (await send(
        draft.words,
        draft.pictures.map((picture) => picture.id),
      )) !== undefined
    ) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title={words.title}
      foot={
        <ActionBar>
          <Button loading={busy} onTap={() => void submit()}>
            {words.button}
          </Button>
        </ActionBar>
      }
    >
      {failure !== undefined && <Notice tone="red">{failure.message}</Notice>}
      <Card>
        <View className="handle__title">{appeal.title}</View>
        <View className="handle__text">{appeal.text}</View>
      </Card>
      {action === 'appeal.escalate' && (
        <Field label="报给谁?" error={fields.to}>
          <ChipGroup label="报给谁" value={to} options={levels} onChange={(level) => setTo(level)} />
        </Field>
      )}
      <Field label={words.label} error={fields.words ?? fields.reason ?? fields.pictureIds}>
        <TextArea
          label={words.label}
          value={draft.words}
          max={max}
          placeholder={words.placeholder}
          onChange={(text) => change({ words: text })}
        />
        {action !== 'appeal.escalate' && (
          <PicturePicker value={draft.pictures} onChange={(pictures) => change({ pictures })} />
        )}
      </Field>
      <Field label="常用的话,点一下就写上">
        <ChipGroup
          label="常用的话"
          value={undefined}
          options={words.ready.map((sentence) => ({ value: sentence, label: sentence }))}
          onChange={(sentence) => change({ words: `${draft.words}${sentence}` })}
        />
      </Field>
    </Page>
  )
}

/** Staff writes what was done, what the answer is, or why it goes up. */
export default function AppealHandle() {
  const { id = '', action } = useParams()
  const query = useCall('appeal.info', { id })
  if (!isWritten(action) || query.data === undefined) {
    return <Page title="办理" state={query} />
  }
  return query.data.can.includes(action) || query.loading ? (
    <Handle action={action} appeal={query.data} />
  ) : (
    <Page title="办理">
      <Notice tone="gold">这件事的进展已经变了,现在不用再办这一步。</Notice>
      <Button onTap={goBack}>返回</Button>
    </Page>
  )
}
