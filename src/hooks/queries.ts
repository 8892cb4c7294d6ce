import { QueryClient } from '@tanstack/react-query'
import { Failure } from '@/api'

/** How long an answer counts as fresh, in milliseconds; showing a page again asks anyway. */
const FRESH_MS = 3_000

/** One cache for the whole program. There is no window to watch in a mini program: pages refetch when shown. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 2 && error instanceof Failure && error.retryable,
      retryDelay: (count) => 600 * 2 ** count,
    },
  },
})
