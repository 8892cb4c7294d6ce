import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import type { Action, Input, Output } from '~/types/api'
import { call, type Failure } from '@/api'

export interface CallState<T> {
  data: T | undefined
  /** True until the first answer. */
  loading: boolean
  /** Why the last try failed; the data of an earlier one may still be there. */
  failure: Failure | undefined
  refetch(): void
}

interface Options {
  /** Asks only when true. */
  when?: boolean
  /** Asks again after so many milliseconds while the page is open. */
  every?: number
}

/** Reads an action; asks again when the page is shown again. */
export function useCall<A extends Action>(
  action: A,
  input: Input<A>,
  options: Options = {},
): CallState<Output<A>> {
  const { when = true, every } = options
  const query = useQuery<Output<A>, Failure>({
    queryKey: [action, input],
    queryFn: () => call(action, input),
    enabled: when,
    ...(every !== undefined && { refetchInterval: every }),
  })
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current && when) {
      void query.refetch()
    }
    shown.current = true
  })
  return {
    data: query.data,
    loading: query.isPending && when,
    failure: query.error ?? undefined,
    refetch: () => void query.refetch(),
  }
}
