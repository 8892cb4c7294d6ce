import { Fragment } from 'react'
import type { GroupMessageView } from '../host/views'
import { Composer } from './Composer'
import { MessageItem } from './MessageItem'
import { chatTime } from './time'
import { useScrollDown } from './useScrollDown'

/** WeChat writes the time again after this many milliseconds. */
const TIME_GAP_MS = 5 * 60_000

interface Props {
  title: string
  messages: GroupMessageView[]
  /** What the list says while nobody has said anything. */
  empty: string
  group: string
  now: Date
  myOpenid: string | undefined
  disabled: boolean
  onOpen(message: GroupMessageView): void
  onSay(text: string): Promise<void>
}

/** The grid's WeChat group. */
export function Chat({ title, messages, empty, group, now, myOpenid, disabled, onOpen, onSay }: Props) {
  const { list, onScroll, fresh, toEnd } = useScrollDown(messages.length, group)
  return (
    <section className="chat" aria-label="网格群">
      <header className="chat-top">
        <h2>{title}</h2>
        <span>微信群 · 模拟</span>
      </header>
      <div className="chat-list" ref={list} onScroll={onScroll} tabIndex={0} role="log" aria-label="群消息">
        {messages.length === 0 && <p className="chat-empty">{empty}</p>}
        <ul>
          {messages.map((message, index) => {
            const at = new Date(message.at)
            const before = messages[index - 1]
            const gap = before === undefined || at.getTime() - Date.parse(before.at) > TIME_GAP_MS
            return (
              <Fragment key={message.id}>
                {gap && (
                  <li className="chat-time">
                    <time dateTime={message.at}>{chatTime(at, now)}</time>
                  </li>
                )}
                <MessageItem message={message} mine={message.openid === myOpenid} onOpen={onOpen} />
              </Fragment>
            )
          })}
        </ul>
      </div>
      {fresh > 0 && (
        <button type="button" className="fresh" onClick={toEnd}>
          ↓ {fresh} 条新消息
        </button>
      )}
      <Composer
        disabled={disabled}
        onSay={async (text) => {
          await onSay(text)
          toEnd()
        }}
      />
    </section>
  )
}
