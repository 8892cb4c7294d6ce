import type { Ctx } from '../../core/context'
import { deviceMarkOf } from './key'

interface Mark {
  surveyId: string
  /** The survey's key, opened. */
  key: string
  device: string
  ballotId: string
}

/** Which ballots came from one device, for flags; gone with the key at the close. */
export async function markDevice(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { surveyId, key, device, ballotId }: Mark,
): Promise<void> {
  await db
    .insertInto('surveyDevice')
    .values({ surveyId, device: deviceMarkOf(key, device), ballotId, at: now })
    .onConflict((oc) => oc.columns(['surveyId', 'device', 'ballotId']).doUpdateSet({ at: now }))
    .execute()
}
