import { randomUUID } from 'node:crypto'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Db, Tx } from '~/cloudfunctions/core/db'
import type { NewRow } from '~/cloudfunctions/core/schema'
import { takeElectorate } from '~/cloudfunctions/features/survey/electors'
import { ballotIdOf, newKey, receiptOf } from '~/cloudfunctions/features/survey/key'
import { insertKey, type SurveyRow } from '~/cloudfunctions/features/survey/repo'
import { sealBox } from '~/cloudfunctions/features/survey/seal'
import { makeTemplates } from '~/cloudfunctions/features/survey/templates'
import { showcaseTown } from './ground'
import type { Scale } from './plan'
import { createRandom, type Random } from './random'
import { insertAll } from './rows'
import { DAY_MS } from './times'

const HOUR_MS = 3_600_000
/** Days before now that the surveys began and end; the share of those who have taken part by phone and on paper. */
const ROUNDS = {
  earlier: { opened: 100, closes: 86, phone: 0.62, paper: 0.3 },
  running: { opened: 5, closes: -2, phone: 0.38, paper: 0.08 },
} as const
/** So few live in a village of the demonstration that it is ranked from the least number on that is shown. */
const RANK_BALLOTS = 10
const UNKNOWN_SHARE = 0.05
/** Bounds between the five levels, for a mood around zero. */
const BOUNDS = [0.3, -0.7, -1.4, -2] as const

interface Options {
  scale: Scale
  seed: number
  now: Date
}

/** One answer, 1 to 5 or 不了解: a mood around how well the village is run. */
function drawAnswer(random: Random, quality: number): number {
  if (random.chance(UNKNOWN_SHARE)) {
    return -1
  }
  const mood = quality + 1.3 * (random.next() + random.next() + random.next() - 1.5)
  const level = BOUNDS.findIndex((bound) => mood > bound)
  return level < 0 ? BOUNDS.length + 1 : level + 1
}

/** Those on the roll of a survey, with whether they have a phone and are known to live there. */
function listElectors(tx: Tx, surveyId: string) {
  return tx
    .selectFrom('surveyElector')
    .innerJoin('resident', 'resident.id', 'surveyElector.residentId')
    .leftJoin('membership', (join) =>
      join.onRef('membership.userId', '=', 'resident.userId').on('membership.until', 'is', null),
    )
    .selectAll('surveyElector')
    .select(['resident.userId', 'membership.assurance'])
    .where('surveyId', '=', surveyId)
    .orderBy('resident.id')
    .execute()
}

interface Round {
  name: keyof typeof ROUNDS
  survey: SurveyRow
  key: string
}

/** Ballots as the people of the demonstration might give them, written as the server writes them. */
async function vote(tx: Tx, { name, survey, key }: Round, { seed, now }: Options): Promise<void> {
  const { phone, paper, opened } = ROUNDS[name]
  const random = createRandom(seed, `survey:${name}`)
  const qualities = new Map<string, number>()
  const rolls: NewRow<'surveyRoll'>[] = []
  const ballots: NewRow<'surveyOpenBallot'>[] = []
  for (const elector of await listElectors(tx, survey.id)) {
    const { residentId, unitId, areaCode, band, sex, userId, assurance } = elector
    const village = areaCode.slice(0, AREA_CODE_LENGTH.village)
    const quality = qualities.get(village) ?? random.next() * 1.2 - 0.3
    qualities.set(village, quality)
    const byPhone = userId !== null && assurance !== 'self' && random.chance(phone)
    const onPaper = userId === null && random.chance(paper)
    if (!byPhone && !onPaper) {
      continue
    }
    const past = random.between(1, Math.min(opened, opened - ROUNDS[name].closes) * 24)
    const hour = new Date(Math.floor((now.getTime() - opened * DAY_MS) / HOUR_MS) * HOUR_MS + past * HOUR_MS)
    const castBy = byPhone ? userId : survey.createdBy
    const origin = byPhone ? ('program' as const) : ('door' as const)
    rolls.push({ surveyId: survey.id, unitId, residentId, castBy, areaCode, origin, hour })
    const draw = () => drawAnswer(random, quality)
    ballots.push({
      ...{ surveyId: survey.id, ballotId: ballotIdOf(key, unitId), receipt: receiptOf(key, unitId) },
      ...{ areaCode, band, sex, onPaper, seconds: byPhone ? random.between(20, 90) : null },
      ...{ secret: true, residentId: null, words: null },
      ...{ q1: draw(), q2: draw(), q3: draw(), q4: draw(), q5: draw(), q6: null, q7: null, q8: null },
    })
  }
  await insertAll(tx, 'surveyRoll', rolls)
  await insertAll(tx, 'surveyOpenBallot', ballots)
}

interface Asked {
  ownerCode: string
  areaCodes: string[]
  createdBy: string
  previousId: string | null
}

async function hold(
  db: Db,
  secrets: Secrets,
  { ownerCode, areaCodes, createdBy, previousId }: Asked,
  name: keyof typeof ROUNDS,
  options: Options,
): Promise<string> {
  const { now } = options
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const counts = { minBallots: 10, rankBallots: RANK_BALLOTS, quorum: 0, pass: 0 }
  const [template] = makeTemplates({ points: [100, 80, 60, 30, 0], counts, days: 14 })
  if (template === undefined) {
    throw new Error('there is no template')
  }
  const { opened, closes } = ROUNDS[name]
  const { title, why, audience, subject, questions, rules } = template
  const ending = closes > 0 ? ('closing' as const) : ('open' as const)
  return db.transaction().execute(async (tx) => {
    const survey = await tx
      .insertInto('survey')
      .values({
        ...{ id: randomUUID(), template: 'village_organisation', subject, title, why, audience },
        ...{ ownerCode, areaCodes, secret: true, status: ending, correctsId: null, previousId, createdBy },
        questions: JSON.stringify(questions),
        rules: JSON.stringify(rules),
        ...{ createdAt: ago(opened), openedAt: ago(opened), closesAt: ago(closes) },
        ...{ closedAt: null, publishedAt: null, remindedAt: null },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const key = newKey()
    await takeElectorate(tx, survey, now)
    await insertKey(tx, survey.id, secrets.encrypt(key))
    await vote(tx, { name, survey, key }, options)
    if (ending === 'closing') {
      await sealBox(tx, survey)
      const end = { status: 'published' as const, closedAt: ago(closes), publishedAt: ago(closes - 3) }
      await tx.updateTable('survey').set(end).where('id', '=', survey.id).execute()
    }
    return survey.id
  })
}

/**
 * A survey that is over, with its results, and one that is running, with two days to go. Does nothing where there is a
 * survey already. Of the whole district only its first town is asked, so that a start does not take minutes.
 */
export async function seedSurveys(db: Db, secrets: Secrets, options: Options): Promise<boolean> {
  const there = await db.selectFrom('survey').select('id').limit(1).executeTakeFirst()
  const officer = await db
    .selectFrom('assignment')
    .select(['userId', 'areaCode'])
    .where('role', '=', 'district_officer')
    .executeTakeFirst()
  if (there !== undefined || officer === undefined) {
    return false
  }
  const shown = await showcaseTown(db)
  const ownerCode = officer.areaCode
  const areaCodes = options.scale === 'full' && shown !== undefined ? [shown] : [ownerCode]
  const asked = { ownerCode, areaCodes, createdBy: officer.userId }
  const previousId = await hold(db, secrets, { ...asked, previousId: null }, 'earlier', options)
  await hold(db, secrets, { ...asked, previousId }, 'running', options)
  return true
}
