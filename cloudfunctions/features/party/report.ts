import { sql } from 'kysely'
import { CURRENT_PARTY_STATUSES, type OrganisationView, type PartyDuty } from '~/types/party'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import { served } from './service'

interface Asked {
  areaCode: string
  now: Date
  needs: Record<PartyDuty, number>
}

/** Organisations and people that one report holds at most; a town has some hundreds of organisations. */
const ROWS_MOST = 500

function registered(db: DbOrTx, { areaCode, now }: Asked) {
  return db
    .selectFrom('partyMember')
    .leftJoin(served(db, now).as('done'), 'done.userId', 'partyMember.userId')
    .where(inScopes('party_member.area_code', [areaCode]))
    .where('partyMember.status', 'in', CURRENT_PARTY_STATUSES)
}
const isMet = ({ needs }: Asked) =>
  sql<boolean>`coalesce(done.activities >= ${needs.activities} OR done.minutes >= ${needs.hours * 60}, ${needs.activities === 0 || needs.hours === 0})`

export function countByOrganisation(db: DbOrTx, asked: Asked): Promise<OrganisationView[]> {
  const confirmed = sql<boolean>`status = 'confirmed'`
  return registered(db, asked)
    .select('organisation')
    .select([
      sql<number>`count(*)::int`.as('registered'),
      sql<number>`(count(*) FILTER (WHERE ${confirmed}))::int`.as('confirmed'),
      sql<number>`(count(*) FILTER (WHERE ${confirmed} AND ${isMet(asked)}))::int`.as('met'),
    ])
    .groupBy('organisation')
    .orderBy('registered', 'desc')
    .orderBy('organisation')
    .limit(ROWS_MOST)
    .execute()
}

export function listOfOrganisation(db: DbOrTx, { organisation, ...asked }: Asked & { organisation: string }) {
  return registered(db, asked)
    .innerJoin('appUser', 'appUser.id', 'partyMember.userId')
    .select('appUser.name')
    .select(({ selectFrom }) =>
      selectFrom('partyDuty')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('partyDuty.memberId', '=', 'partyMember.id')
        .as('posts'),
    )
    .select(isMet(asked).as('met'))
    .where('organisation', '=', organisation)
    .orderBy('registeredAt')
    .limit(ROWS_MOST)
    .execute()
    .then((rows) => rows.map(({ posts, ...row }) => ({ ...row, posts: posts ?? 0 })))
}
