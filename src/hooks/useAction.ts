import { useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Action, Input, Output } from '~/types/api'
import { call, Failure, newKey } from '@/api'

interface Options {
  /** Said when it worked. */
  done?: string
  /** Beginnings of action names whose answers are read again; the action's own noun when absent. */
  refresh?: string[]
}

export interface ActionState<A extends Action> {
  /** Carries the act out; undefined when it was refused or could not be sent. */
  run(input: Input<A>): Promise<Output<A> | undefined>
  busy: boolean
  /** What is wrong with which field, in words. */
  fields: Record<string, string>
  failure: Failure | undefined
  clear(): void
}

/**
 * A write. One in flight at a time; the key of an act that could not be sent is kept for the next try with the same
 * input, so that it happens once however often the button is pressed.
 */
export function useAction<A extends Action>(action: A, options: Options = {}): ActionState<A> {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const flying = useRef(false)
  const pending = useRef<{ text: string; key: string }>()

  async function run(input: Input<A>): Promise<Output<A> | undefined> {
    if (flying.current) {
      return undefined
    }
    const text = JSON.stringify(input)
    const key = pending.current?.text === text ? pending.current.key : newKey()
    pending.current = { text, key }
    flying.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      const output = await call(action, input, { key })
      pending.current = undefined
      refresh()
      if (options.done !== undefined) {
        void Taro.showToast({ title: options.done, icon: 'success' })
      }
      return output
    } catch (error) {
      tell(error instanceof Failure ? error : new Failure('INTERNAL', '出了点问题,请稍后再试'))
      return undefined
    } finally {
      flying.current = false
      setBusy(false)
    }
  }

  function refresh() {
    const nouns = options.refresh ?? [action.split('.')[0] ?? action]
    void client.invalidateQueries({
      predicate: ({ queryKey }) => nouns.some((noun) => String(queryKey[0]).startsWith(noun)),
    })
  }

  function tell(refused: Failure) {
    setFailure(refused)
    if (!refused.retryable) {
      pending.current = undefined
    }
    if (refused.code === 'CONFLICT' || refused.code === 'NOT_FOUND') {
      refresh() // what the page shows is out of date
    }
    if (Object.keys(refused.fields).length === 0) {
      void Taro.showToast({ title: refused.message, icon: 'none', duration: 3500 })
    }
  }

  return { run, busy, failure, fields: failure?.fields ?? {}, clear: () => setFailure(undefined) }
}
