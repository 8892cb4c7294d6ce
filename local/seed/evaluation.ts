import { uuidv7 } from 'uuidv7'
import type { Db } from '~/cloudfunctions/core/db'
import { calculate } from '~/cloudfunctions/features/evaluation/calculate'
import { readTerms } from '~/cloudfunctions/features/evaluation/settings'
import { showcaseTown } from './ground'
import { DAY_MS } from './times'

/** Days before now: the period that was looked at, the end of objections, the publication. */
const PERIOD = { from: 180, to: 30, objections: 20, published: 18 } as const
const TITLE = '村党组织评价(上一期)'

/**
 * An evaluation that the town of the first look has published, from the survey that is over and from what else the demonstration holds.
 * Does nothing where there is one already, or no survey. Nobody is told: it is of three weeks ago.
 */
export async function seedEvaluation(db: Db, { now }: { now: Date }): Promise<boolean> {
  const there = await db.selectFrom('evaluation').select('id').limit(1).executeTakeFirst()
  const survey = await db
    .selectFrom('survey')
    .select('id')
    .where('status', '=', 'published')
    .limit(1)
    .executeTakeFirst()
  const officer = await db
    .selectFrom('assignment')
    .select(['userId', 'areaCode'])
    .where('role', '=', 'town_officer')
    .where('areaCode', '=', (await showcaseTown(db)) ?? '')
    .executeTakeFirst()
  if (there !== undefined || survey === undefined || officer === undefined) {
    return false
  }
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await db.transaction().execute(async (tx) => {
    const terms = await readTerms({ db: tx, now })
    const evaluation = await tx
      .insertInto('evaluation')
      .values({
        ...{ id: uuidv7(), title: TITLE, areaCode: officer.areaCode, surveyId: survey.id },
        ...{ fromAt: ago(PERIOD.from), toAt: ago(PERIOD.to), status: 'published', edition: 1 },
        ...{ terms: JSON.stringify(terms), createdBy: officer.userId, createdAt: ago(PERIOD.to) },
        ...{ objectionsUntil: ago(PERIOD.objections), publishedAt: ago(PERIOD.published) },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await calculate({ db: tx, now }, evaluation, terms)
  })
  return true
}
