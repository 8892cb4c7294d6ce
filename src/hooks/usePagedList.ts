import { useInfiniteQuery } from '@tanstack/react-query'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import type { Action, Input, Output } from '~/types/api'
import { call, type Failure } from '@/api'

interface PageOf<T> {
  items: T[]
  nextCursor?: string
}
/** Actions that answer in pages. */
export type PagedAction = { [A in Action]: Output<A> extends PageOf<unknown> ? A : never }[Action]
type Item<A extends PagedAction> = Output<A> extends PageOf<infer T> ? T : never

export interface PagedState<A extends PagedAction> {
  items: Item<A>[]
  /** The first page whole, for what stands beside its items. */
  first: Output<A> | undefined
  data: Output<A> | undefined
  loading: boolean
  failure: Failure | undefined
  /** More pages follow. */
  more: boolean
  loadMore(): void
  refetch(): void
}

/** Reads a list page by page; reaching the bottom loads the next one, showing the page again reads anew. */
export function usePagedList<A extends PagedAction>(
  action: A,
  input: Input<A>,
  options: { when?: boolean; every?: number } = {},
): PagedState<A> {
  const { when = true, every } = options
  const query = useInfiniteQuery({
    queryKey: [action, input, 'pages'],
    queryFn: ({ pageParam }) => call(action, pageParam === '' ? input : { ...input, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => (last as PageOf<unknown>).nextCursor,
    enabled: when,
    ...(every !== undefined && { refetchInterval: every }),
  })
  const loadMore = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) {
      void query.fetchNextPage()
    }
  }
  useReachBottom(loadMore)
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current && when) {
      void query.refetch()
    }
    shown.current = true
  })
  const pages = query.data?.pages ?? []
  return {
    items: pages.flatMap((page) => (page as PageOf<Item<A>>).items),
    first: pages[0],
    data: pages[0],
    loading: query.isPending && when,
    failure: (query.error as Failure | null) ?? undefined,
    more: query.hasNextPage,
    loadMore,
    refetch: () => void query.refetch(),
  }
}
