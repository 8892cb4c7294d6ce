import { useEffect, useState } from 'react'
import type { ServiceMessageView } from '../host/views'
import { get } from './api'

/** Milliseconds between looks while the page is visible. */
const PAUSE_MS = 2000
/** Messages that are shown; the phone of a person would keep them all. */
const SHOWN = 3

/** What has arrived in the 服务通知 of whoever holds the phone, newest first. */
function useServiceMessages(openid: string | undefined): ServiceMessageView[] {
  const [items, setItems] = useState<ServiceMessageView[]>([])
  useEffect(() => {
    setItems([])
    if (openid === undefined) {
      return
    }
    let gone = false
    const look = () => {
      if (document.visibilityState === 'visible') {
        get<{ items: ServiceMessageView[] }>(`/local/messages?${new URLSearchParams({ openid })}`).then(
          (reply) => !gone && setItems(reply.items.slice(0, SHOWN)),
          () => undefined, // the panel above says that the host is away
        )
      }
    }
    look()
    const timer = setInterval(look, PAUSE_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [openid])
  return items
}

interface Props {
  openid: string | undefined
  onOpen(path: string): void
}

/** 服务通知: messages that the person let WeChat send; a tap opens the page, as in WeChat. */
export function ServiceMessages({ openid, onOpen }: Props) {
  const items = useServiceMessages(openid)
  return items.length === 0 ? null : (
    <section aria-label="服务通知">
      <h2>服务通知</h2>
      {items.map(({ id, title, state, note, path }) => (
        <button key={id} type="button" className="service" onClick={() => onOpen(path)}>
          <b>{state}</b>
          <span>{title}</span>
          <span className="muted">{note}</span>
        </button>
      ))}
    </section>
  )
}
