import { useCallback, useEffect, useRef, useState } from 'react'
import type { GroupMessageView } from '../host/views'
import { get } from './api'

/** Milliseconds between looks while the page is visible. */
const PAUSE_MS = 1500
/** Messages that the page keeps; the host keeps as many. */
const KEPT = 200

/** The messages of one group, kept up to date. `look` asks at once, after one's own act. */
export function useChat(areaCode: string | undefined, opengid: string | undefined) {
  const [messages, setMessages] = useState<GroupMessageView[]>([])
  const cursor = useRef(0)
  const group = `${areaCode ?? ''}/${opengid ?? ''}`
  const current = useRef(group)
  const look = useCallback(async () => {
    if (areaCode === undefined || opengid === undefined) {
      return
    }
    const since = cursor.current
    const query = new URLSearchParams({ since: String(since), opengid })
    const reply = await get<{ items: GroupMessageView[] }>(`/local/groups/${areaCode}/messages?${query}`)
    const last = reply.items.at(-1)
    // An answer that comes after the group was changed, or twice for the same cursor, is dropped.
    if (last !== undefined && current.current === `${areaCode}/${opengid}` && cursor.current === since) {
      cursor.current = last.id
      setMessages((known) => [...known, ...reply.items].slice(-KEPT))
    }
  }, [areaCode, opengid])
  useEffect(() => {
    current.current = group
    cursor.current = 0
    setMessages([])
    const quietly = () => {
      if (document.visibilityState === 'visible') {
        look().catch(() => undefined) // the panel on the left says that the host is away
      }
    }
    quietly()
    const timer = setInterval(quietly, PAUSE_MS)
    document.addEventListener('visibilitychange', quietly)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', quietly)
    }
  }, [group, look])
  return { messages, look }
}
