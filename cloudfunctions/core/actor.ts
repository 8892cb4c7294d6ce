import { sql } from 'kysely'
import { ROLE_RULES, type Role, type Rule } from '~/types/roles'
import { isWithin } from '~/types/area'
import type { Assurance } from '~/types/me'
import type { DbOrTx } from './db'
import type { Row } from './schema'

export interface ActiveAssignment {
  id: string
  role: Role
  areaCode: string
  departmentCode: string | null
}

/** Who asks: the person, the grid, the roles in force at this moment, the group the program was opened from. */
export interface Actor {
  user: Row<'appUser'>
  membership: { areaCode: string; assurance: Assurance; since: Date } | null
  assignments: ActiveAssignment[]
  opengid: string | undefined
  /** Grid that the opened group is bound to. */
  groupAreaCode: string | undefined
}

/** True when the assignment grants the rule for its area. Who acts for a department does not act for its area. */
function grants(assignment: ActiveAssignment, rule: Rule): boolean {
  return assignment.departmentCode === null && ROLE_RULES[assignment.role].includes(rule)
}

/** True when some assignment in force grants the rule for an area that contains `areaCode`. */
export function can(actor: Actor, rule: Rule, areaCode: string): boolean {
  return actor.assignments.some(
    (assignment) => grants(assignment, rule) && isWithin(areaCode, assignment.areaCode),
  )
}

/** Departments for which the rule is granted. */
export function departmentsOf(actor: Actor, rule: Rule): string[] {
  return actor.assignments.flatMap(({ role, departmentCode }) =>
    departmentCode !== null && ROLE_RULES[role].includes(rule) ? [departmentCode] : [],
  )
}

/** Areas in which the rule is granted; the SQL counterpart of `can` (see `inScopes`). */
export function scopesOf(actor: Actor, rule: Rule): string[] {
  return actor.assignments
    .filter((assignment) => grants(assignment, rule))
    .map((assignment) => assignment.areaCode)
}

/** Grids whose public things the person may see: the own one and that of the opened group. */
export function publicGridsOf(actor: Actor): string[] {
  return [...new Set([actor.membership?.areaCode, actor.groupAreaCode].filter((code) => code !== undefined))]
}

/** Loads the person by openid and makes the row at the first call. Reads at most three small rows sets. */
export async function loadActor(
  db: DbOrTx,
  openid: string,
  opengid: string | undefined,
  now: Date,
  newId: () => string,
): Promise<Actor> {
  const user = (await findUser(db, openid)) ?? (await makeUser(db, openid, now, newId()))
  const [membership, assignments, group] = await Promise.all([
    db
      .selectFrom('membership')
      .select(['areaCode', 'assurance', 'since'])
      .where('userId', '=', user.id)
      .where('until', 'is', null)
      .executeTakeFirst(),
    db
      .selectFrom('assignment')
      .select(['id', 'role', 'areaCode', 'departmentCode'])
      .where('userId', '=', user.id)
      .where('fromAt', '<=', now)
      .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
      .orderBy('areaCode')
      .execute(),
    opengid === undefined
      ? undefined
      : db.selectFrom('gridGroup').select('areaCode').where('opengid', '=', opengid).executeTakeFirst(),
  ])
  return { user, membership: membership ?? null, assignments, opengid, groupAreaCode: group?.areaCode }
}

function findUser(db: DbOrTx, openid: string): Promise<Row<'appUser'> | undefined> {
  return db.selectFrom('appUser').selectAll().where('openid', '=', openid).executeTakeFirst()
}

async function makeUser(db: DbOrTx, openid: string, now: Date, id: string): Promise<Row<'appUser'>> {
  await db
    .insertInto('appUser')
    .values({
      id,
      openid,
      phoneEncrypted: null,
      phoneHash: null,
      consentedAt: null,
      createdAt: now,
      removedAt: null,
    })
    .onConflict((oc) => oc.column('openid').doNothing())
    .execute()
  return db.selectFrom('appUser').selectAll().where('openid', '=', openid).executeTakeFirstOrThrow()
}

/** SQL for "column lies in one of the scopes": prefix ranges, since ':' is the character after '9'. */
export function inScopes(column: string, scopes: string[]) {
  if (scopes.length === 0) {
    return sql<boolean>`false`
  }
  const ranges = scopes.map(
    (code) => sql`(${sql.ref(column)} >= ${code} AND ${sql.ref(column)} < ${`${code}:`})`,
  )
  return sql<boolean>`(${sql.join(ranges, sql` OR `)})`
}
