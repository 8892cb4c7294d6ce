import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Action, Input, Output } from '~/types/api'
import { call, Failure } from '@/api'
import { merge, nextWait, PACE, type Live } from './live'

interface LivePage {
  items: Live[]
  cursor: string
  more: boolean
  older?: string
}
/** Actions that answer what has changed since a cursor. */
export type LiveAction = {
  [A in Action]: Output<A> extends LivePage ? A : never
}[Action]
type Item<A extends LiveAction> = Output<A>['items'][number]

export interface LiveState<A extends LiveAction> {
  items: Item<A>[]
  /** The last answer whole, for what stands beside its items. */
  data: Output<A> | undefined
  loading: boolean
  failure: Failure | undefined
  /** There is something older than what is shown. */
  older: boolean
  loadOlder(): void
  /** Asks at once. */
  refetch(): void
  /** One's own act shows at once, before the next question. */
  show(item: Item<A>): void
}

interface Seen<A extends LiveAction> {
  items: Item<A>[]
  data: Output<A> | undefined
  failure: Failure | undefined
  older: string | undefined
}

/**
 * Watches something that changes while people look at it: asks for what is new since a cursor, quickly while something
 * happens, slower when nothing does, not at all in the background and at once on returning from there.
 */
export function useLive<A extends LiveAction>(
  action: A,
  input: Input<A>,
  { when = true }: { when?: boolean } = {},
): LiveState<A> {
  const nothing: Seen<A> = { items: [], data: undefined, failure: undefined, older: undefined }
  const [seen, setSeen] = useState(nothing)
  const watch = useRef(startOf(action, input, when))
  const key = JSON.stringify([action, input, when])

  async function ask(mine: Watch): Promise<void> {
    clearTimeout(mine.timer)
    if (!mine.open || mine.asking) {
      return
    }
    mine.asking = true
    let wait = nextWait(mine.wait, false)
    try {
      const since = mine.cursor === undefined ? {} : { since: mine.cursor }
      const page = await call(action, { ...input, ...since })
      const first = mine.cursor === undefined
      mine.cursor = page.cursor
      wait = page.more ? 0 : nextWait(mine.wait, !first && page.items.length > 0)
      if (mine === watch.current) {
        setSeen((before) => ({
          items: merge(before.items, page.items),
          data: page,
          failure: undefined,
          older: first ? (page as LivePage).older : before.older,
        }))
      }
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('INTERNAL', '出了点问题,请稍后再试')
      if (mine === watch.current) {
        setSeen((before) => ({ ...before, failure }))
      }
    }
    mine.asking = false
    mine.wait = Math.max(wait, PACE.quick)
    askLater(mine, wait)
  }

  function askLater(mine: Watch, wait: number) {
    if (mine.open) {
      mine.timer = setTimeout(() => void ask(mine), wait)
    }
  }

  function wake() {
    const mine = watch.current
    mine.open = when
    mine.wait = PACE.quick
    void ask(mine)
  }
  function sleep() {
    watch.current.open = false
    clearTimeout(watch.current.timer)
  }

  useEffect(() => {
    const mine = startOf(action, input, when)
    watch.current = mine
    setSeen(nothing)
    void ask(mine)
    return () => {
      mine.open = false
      clearTimeout(mine.timer)
    }
  }, [key])
  useDidShow(() => watch.current.cursor !== undefined && wake())
  useDidHide(sleep)

  async function readOlder(before: string) {
    const page = await call(action, { ...input, before })
    setSeen((was) => ({ ...was, items: merge(was.items, page.items), older: (page as LivePage).older }))
  }
  const { older } = seen
  return {
    items: seen.items,
    data: seen.data,
    loading: when && seen.data === undefined && seen.failure === undefined,
    failure: seen.failure,
    older: older !== undefined,
    loadOlder: () => {
      if (older !== undefined) {
        readOlder(older).catch(() => setSeen((was) => ({ ...was, older }))) // stays there to be tapped again
      }
    },
    refetch: wake,
    show: (item) => {
      setSeen((was) => ({ ...was, items: merge(was.items, [item]) }))
      wake()
    },
  }
}

/** One watching, until the page goes on to something else. */
interface Watch {
  key: string
  cursor: string | undefined
  wait: number
  timer: ReturnType<typeof setTimeout> | undefined
  asking: boolean
  open: boolean
}
function startOf(action: string, input: unknown, open: boolean): Watch {
  const key = JSON.stringify([action, input])
  return { key, cursor: undefined, wait: PACE.quick, timer: undefined, asking: false, open }
}
