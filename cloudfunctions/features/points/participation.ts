import type { Deps } from '../../core/deps'
import type { Tick } from '../../core/drain'
import type { Deliverer } from '../../core/outbox'
import type { Row } from '../../core/schema'
import { listParticipants } from '../survey/queries'
import { creditDeed } from './earning'
import { readRules } from './terms'

/** People at a time, each batch its own transaction, and batches of one run: two thousand a minute. */
const BATCH = 100
const RUN = 20

/**
 * A survey is over: everybody who took part is going to get their points, for taking part and never for what they said.
 * All at once after the end and in the order of the roll's ids, so that no entry tells when somebody answered; that they
 * did stands in the roll as well.
 */
export const startCredits: Deliverer = async ({ db }, { id = '' }) => {
  await db
    .insertInto('pointsSurvey')
    .values({ surveyId: id, afterUnit: null, doneAt: null })
    .onConflict((oc) => oc.column('surveyId').doNothing())
    .execute()
}

const lockNext = ({ db }: Pick<Tick, 'db'>): Promise<Row<'pointsSurvey'> | undefined> =>
  db
    .selectFrom('pointsSurvey')
    .selectAll()
    .where('doneAt', 'is', null)
    .orderBy('surveyId')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** One batch of one survey. Returns how many people it was about. */
async function creditBatch(tick: Tick, { surveyId, afterUnit }: Row<'pointsSurvey'>): Promise<number> {
  const { took_part: points } = await readRules(tick)
  const people = points === 0 ? [] : await listParticipants(tick.db, surveyId, afterUnit, BATCH)
  for (const { userId } of people) {
    if (userId !== null) {
      const source = { sourceType: 'survey', sourceId: surveyId }
      await creditDeed(tick, { rule: 'took_part', userId, ...source, words: '' })
    }
  }
  const last = people.at(-1)?.unitId ?? afterUnit
  const doneAt = people.length < BATCH ? tick.now : null
  await tick.db
    .updateTable('pointsSurvey')
    .set({ afterUnit: last, doneAt })
    .where('surveyId', '=', surveyId)
    .execute()
  return people.length
}

/** Goes on with the surveys that are over. Returns how many people it was about. */
export async function creditParticipants({ db, clock }: Deps, newId: () => string): Promise<number> {
  let people = 0
  for (let n = 0; n < RUN; n += 1) {
    const count = await db.transaction().execute(async (tx) => {
      const tick = { db: tx, now: clock.now(), newId }
      const next = await lockNext(tick)
      return next === undefined ? undefined : creditBatch(tick, next)
    })
    if (count === undefined) {
      break
    }
    people += count
  }
  return people
}
