import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import { importAreas, parseAreas } from '../areas/import'
import { seed } from '../seed'
import { withLocalTables } from '../standins/group-chat'
import type { District } from './district'
import type { Options } from './options'
import type { Say } from './say'

/** Areas of the district that is shown when the database is empty. */
const AREAS_FILE = 'data/pinggu-areas.csv'

/** Puts in the areas and the people of the demonstration where they are missing. */
export async function fillDistrict(
  { db, clock }: District,
  secrets: Secrets,
  options: Pick<Options, 'scale' | 'seed'>,
  root: string,
  say: Say,
): Promise<void> {
  const area = await db.selectFrom('area').select('code').limit(1).executeTakeFirst()
  if (area === undefined) {
    await say.step('区、镇街、村社区和网格已导入', async () => {
      await importAreas(db, parseAreas(await readFile(path.join(root, AREAS_FILE), 'utf8')))
    })
  }
  // The mark is set when everything is in: a start that was killed in between is made up for.
  const mark = `seeded-${options.scale}`
  const local = withLocalTables(db)
  const done = await local.selectFrom('local.switch').select('isOn').where('name', '=', mark).executeTakeFirst()
  if (done === undefined) {
    await say.step('居民、网格员和各级值班员已就位', () =>
      seed(db, secrets, { scale: options.scale, seed: options.seed, now: clock.now() }),
    )
    await local
      .insertInto('local.switch')
      .values({ name: mark, isOn: true })
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}
