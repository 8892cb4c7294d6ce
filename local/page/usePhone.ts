import { useCallback, useEffect, useRef, useState } from 'react'
import type { Identity } from './identity'
import { HOME_PATH, phoneAddress, type Entrance } from './phone-address'
import { useKept } from './useKept'

/** What the phone says when the person playing the worker taps 转发. */
export interface ShareMessage {
  type: 'share'
  deliveryId?: string
  title: string
  body?: string
  label?: string
  tone?: string
  path: string
}

interface Screen {
  src: string
  /** Grows with each opening, so that the frame starts anew even at the same address. */
  turn: number
}

/** The phone: who holds it, from where the program is opened, how it looks. */
export function usePhone(groups: string[] | undefined, newGroup: string) {
  const [width, setWidth] = useKept('width', 375)
  const [large, setLarge] = useKept('large', false)
  const [identity, setIdentity] = useState<Identity>()
  const [entrance, setEntrance] = useState<Entrance>('group')
  const [screen, setScreen] = useState<Screen>({ src: 'about:blank', turn: 0 })
  const frame = useRef<HTMLIFrameElement>(null)
  const group = groups?.[0]
  const open = useCallback(
    (person: Identity, from: Entrance, path = HOME_PATH, deliveryId: string | null = null) => {
      const opengid = from === 'group' ? group : from === 'new_group' ? newGroup : undefined
      const src = phoneAddress({ openid: person.openid, opengid, large, path, deliveryId })
      setIdentity(person)
      setEntrance(from)
      setScreen((last) => ({ src, turn: last.turn + 1 }))
    },
    [group, newGroup, large],
  )
  /** Tells the running program what happened outside of it. */
  const tell = (message: { type: 'large'; on: boolean } | { type: 'clock'; now: string }) =>
    frame.current?.contentWindow?.postMessage(message, window.location.origin)
  const changeLarge = (on: boolean) => {
    setLarge(on)
    tell({ type: 'large', on })
  }
  return { width, setWidth, large, setLarge: changeLarge, identity, entrance, screen, frame, open, tell }
}

/** Hands on what the phone shares. Only the frame of this page is listened to. */
export function useShares(frame: React.RefObject<HTMLIFrameElement>, onShare: (share: ShareMessage) => void) {
  const latest = useRef(onShare)
  latest.current = onShare
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const data = event.data as Partial<ShareMessage> | null
      if (event.source === frame.current?.contentWindow && data?.type === 'share') {
        latest.current(data as ShareMessage)
      }
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [frame])
}
