import type { SimilarView } from '~/types/appeal-list'
import { useCall } from '@/hooks'

/** Open appeals nearby that say the same as what is being written. */
export function useSimilar(settled: string | undefined, areaCode: string | undefined): SimilarView[] {
  const input = { text: settled ?? '', ...(areaCode !== undefined && { areaCode }) }
  const found = useCall('appeal.similar', input, { when: settled !== undefined })
  return settled === undefined ? [] : (found.data?.items ?? [])
}
