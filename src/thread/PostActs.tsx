import { useState } from 'react'
import {
  POST_LIMITS,
  POST_REPORT_KINDS,
  type PostAction,
  type PostReportKind,
  type PostView,
} from '~/types/thread'
import { useAction } from '@/hooks'
import { POST_ACTION_LABELS, POST_REPORT_LABELS } from '@/labels/thread'
import { Button, Card, ChipGroup, Field, Row, Sheet, TextArea } from '@/ui'

interface Props {
  post: PostView | undefined
  onClose(): void
  /** The post as it is now. */
  onDone(post: PostView): void
  /** Somebody's words are no longer shown. */
  onAway(): void
}
const KINDS = POST_REPORT_KINDS.map((value) => ({ value, label: POST_REPORT_LABELS[value] }))

/** What can be done about a post: exactly what the server says, with a reason where one stays. */
export function PostActs({ post, onClose, onDone, onAway }: Props) {
  const [action, setAction] = useState<PostAction>()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<PostReportKind>('rude')
  const hide = useAction('thread.hide', { done: '收起来了' })
  const report = useAction('thread.report', { done: '告诉工作人员了' })
  const pass = useAction('thread.pass', { done: '可以看了' })
  const block = useAction('thread.block', { done: '不会再看到了', refresh: ['help'] })
  if (post === undefined) {
    return null
  }
  const { id } = post
  const acts = { 'thread.hide': hide, 'thread.report': report, 'thread.pass': pass, 'thread.block': block }
  const error = action === undefined ? undefined : acts[action].fields.words

  function close() {
    setAction(undefined)
    setWords('')
    onClose()
  }
  async function send(chosen: PostAction) {
    if (chosen === 'thread.block') {
      if ((await block.run({ id })) !== undefined) {
        close()
        onAway()
      }
      return
    }
    const said = words === '' ? {} : { words }
    const done =
      chosen === 'thread.hide'
        ? await hide.run({ id, ...said })
        : chosen === 'thread.pass'
          ? await pass.run({ id, words })
          : await report.run({ id, kind, ...said })
    if (done !== undefined) {
      close()
      onDone(done)
    }
  }
  const start = (chosen: PostAction) => {
    const atOnce = chosen === 'thread.block' || (chosen === 'thread.hide' && post.mine)
    setAction(chosen)
    if (atOnce) {
      void send(chosen)
    }
  }
  const labelOf = (one: PostAction) =>
    one === 'thread.hide' && post.mine ? '撤回这句话' : POST_ACTION_LABELS[one]

  return (
    <Sheet open title={action === undefined ? '这句话' : labelOf(action)} onClose={close}>
      {action === undefined ? (
        <Card>
          {post.can.map((one) => (
            <Row key={one} label={labelOf(one)} onTap={() => start(one)} />
          ))}
        </Card>
      ) : (
        <>
          {action === 'thread.report' && (
            <Field label="是什么问题?">
              <ChipGroup
                label="是什么问题"
                value={kind}
                options={KINDS}
                onChange={(chosen) => setKind(chosen)}
              />
            </Field>
          )}
          <Field label="写一句原因" error={error}>
            <TextArea label="原因" value={words} max={POST_LIMITS.reason} onChange={setWords} />
          </Field>
          <Button loading={acts[action].busy} onTap={() => void send(action)}>
            {labelOf(action)}
          </Button>
        </>
      )}
    </Sheet>
  )
}
