import { useEffect } from 'react'
import type { SurveyAnswer, SurveyView } from '~/types/survey'
import { useDraft } from '@/hooks'

export interface BallotDraft {
  answers: SurveyAnswer[]
  /** Number of the question that is shown, from 0; behind the last one all are looked over. */
  at: number
  /** When the first question was opened, in milliseconds since 1970; 0 before. */
  since: number
  /** The version that the answers are to. */
  edition: number
}
const EMPTY: BallotDraft = { answers: [], at: 0, since: 0, edition: 0 }

/**
 * What was answered so far. Kept on this phone only, and gone as soon as the ballot is cast or can no longer be: nobody
 * who holds the phone later finds a choice in it.
 */
export function useBallot(
  survey: Pick<SurveyView, 'id' | 'standing' | 'edition'>,
): [BallotDraft, (change: Partial<BallotDraft>) => void, () => void] {
  const [kept, change, clear] = useDraft<BallotDraft>(`survey.cast.${survey.id}`, EMPTY)
  const open = survey.standing === 'may' || survey.standing === 'voted'
  const stale = !open || (kept.edition !== 0 && kept.edition !== survey.edition)
  useEffect(() => {
    if (stale) {
      clear()
    }
  }, [stale])
  return [stale ? EMPTY : kept, change, clear]
}
