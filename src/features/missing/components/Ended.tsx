import type { MissingView } from '~/types/missing'
import { END_WORDS } from '@/labels/missing'
import { Empty } from '@/ui'

/** It is over: thanks, and nothing of the person. */
export function Ended({ missing }: { missing: MissingView }) {
  const words = END_WORDS[missing.status]
  return words === undefined ? null : <Empty icon="heart" title={words.title} line={words.line} />
}
