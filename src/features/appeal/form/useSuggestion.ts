import { useCall } from '@/hooks'

/** The category that the words point to. */
export function useSuggestion(settled: string | undefined) {
  return useCall('appeal.suggest', { text: settled ?? '' }, { when: settled !== undefined }).data
}
