import type { PointsRule } from '~/types/points'
import type { Deliverer, DeliverCtx, Payload } from '../../core/outbox'
import { findService } from '../activity/queries'
import { findHelper } from '../help/queries'
import { listWitnesses } from '../missing/queries'
import { creditDeed } from './earning'
import { startCredits } from './participation'

interface Deed {
  rule: PointsRule
  userId: string | null
  sourceType: string
  sourceId: string
}

/** Event of another feature → what it earns whom. One line each; the amounts are settings. */
const DEEDS: Record<string, (ctx: DeliverCtx, payload: Payload) => Promise<Deed[]>> = {
  /** The organiser has confirmed the hours; who was not there has none. */
  async 'activity.hoursConfirmed'({ db }, { id: sourceId = '' }) {
    const service = await findService(db, sourceId)
    return service === undefined || service.minutes === 0
      ? []
      : [{ rule: 'turned_up', userId: service.userId, sourceType: 'signup', sourceId }]
  },
  /** Both sides say that it is done. */
  async 'help.confirmed'({ db }, { id: sourceId = '' }) {
    return [{ rule: 'helped', userId: await findHelper(db, sourceId), sourceType: 'help', sourceId }]
  },
  /** Somebody is found: each sighting that was checked and still holds has helped. */
  async 'missing.found'({ db }, { id = '' }) {
    const seen = await listWitnesses(db, id)
    return seen.map((one) => ({
      rule: 'sighting',
      userId: one.userId,
      sourceType: 'sighting',
      sourceId: one.id,
    }))
  },
}

const credits =
  (deedsOf: (typeof DEEDS)[string]): Deliverer =>
  async (ctx, payload) => {
    for (const deed of await deedsOf(ctx, payload)) {
      if (deed.userId !== null) {
        await creditDeed(ctx, { ...deed, userId: deed.userId, words: '' })
      }
    }
  }

/** Beside the deliverers of the features that tell these events. */
export const automaticDeliverers: Record<string, Deliverer> = {
  ...Object.fromEntries(Object.entries(DEEDS).map(([event, deedsOf]) => [event, credits(deedsOf)])),
  'survey.sealed': startCredits,
}
