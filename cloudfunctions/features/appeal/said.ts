import type { AppealRelation, RatingTally } from '~/types/appeal'
import type { Row } from '../../core/schema'
import type { Surroundings } from './asides'

/** What people said about the handling. */
export interface Said {
  rating: Row<'appealRating'>
  tally: RatingTally
  /** Fixed, and therefore shown to others. */
  frozen: boolean
  askedAt: Date
}

interface Parts {
  said: Said | undefined
  relation: AppealRelation
  around: Surroundings
}

/** Until it is fixed a rating is seen by who gave it alone: neither handler nor neighbours may sway the others. */
export function presentRatings({ said, relation, around: { callback } }: Parts) {
  const shown = said !== undefined && (said.frozen || relation === 'own') ? said.rating : undefined
  const tally = said?.frozen === true ? said.tally : undefined
  return {
    rating:
      shown === undefined
        ? null
        : {
            outcome: shown.outcome,
            satisfaction: shown.satisfaction,
            words: relation === 'neighbour' ? '' : shown.words,
            at: shown.at.toISOString(),
          },
    neighbourRatings: tally !== undefined && Object.values(tally).some((n) => n > 0) ? tally : null,
    callback:
      callback === undefined
        ? null
        : { tries: callback.tries, frozen: callback.frozenAt !== null, unreached: callback.unreached },
  }
}
