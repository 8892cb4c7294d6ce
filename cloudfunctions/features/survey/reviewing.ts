import type { RecheckView, SurveyFlagView } from '~/types/survey-paper'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { Row } from '../../core/schema'
import type { RecheckRow } from './doors'

const flags = (db: DbOrTx) =>
  db
    .selectFrom('surveyFlag')
    .innerJoin('area', 'area.code', 'surveyFlag.areaCode')
    .selectAll('surveyFlag')
    .select('area.name as areaName')

type FlagRow = Row<'surveyFlag'> & { areaName: string }

export function listFlags(
  db: DbOrTx,
  surveyId: string,
  scopes: string[],
  { after, limit }: { after: string | undefined; limit: number },
): Promise<FlagRow[]> {
  return flags(db)
    .where('surveyId', '=', surveyId)
    .where(inScopes('area_code', scopes))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

export function lockFlag(db: DbOrTx, id: string): Promise<FlagRow | undefined> {
  return flags(db).where('id', '=', id).forUpdate('surveyFlag').executeTakeFirst()
}

export function presentFlag(row: FlagRow): SurveyFlagView {
  const { id, kind, areaCode, areaName, ballots, words, reviewedAt, at } = row
  const line = { id, kind, areaCode, areaName, ballots, at: at.toISOString() }
  return { ...line, ...(reviewedAt !== null && { words }) }
}

export function presentRecheck(row: RecheckRow): RecheckView {
  const { id, name, areaCode, areaName, door, origin, result, words } = row
  return { id, name, areaCode, areaName, door, origin: origin === 'booth' ? 'booth' : 'door', result, words }
}

/** Words to one question, in an order that means nothing. */
export function listSaid(
  db: DbOrTx,
  surveyId: string,
  question: number,
  { after, limit }: { after: string | undefined; limit: number },
) {
  return db
    .selectFrom('surveySaid')
    .innerJoin('area', 'area.code', 'surveySaid.areaCode')
    .select(['surveySaid.id', 'surveySaid.words', 'area.name as areaName'])
    .where('surveyId', '=', surveyId)
    .where('question', '=', question)
    .$if(after !== undefined, (query) => query.where('surveySaid.id', '>', after ?? ''))
    .orderBy('surveySaid.id')
    .limit(limit + 1)
    .execute()
}
