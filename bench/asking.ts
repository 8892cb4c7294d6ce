import { randomUUID } from 'node:crypto'
import type http from 'node:http'
import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'
import { parseReply, send } from '~/test/faults/client'
import type { Action, Api, Input } from '~/types/api'
import type { Role } from '~/types/roles'
import { HEAVY_PEOPLE } from './fill'
import type { Person } from './load'
import { SENTENCES } from './words'

/** Calls of one kind; the people take turns. */
export interface Asking {
  name: string
  openids: string[]
  action: 'appeal.list' | 'appeal.similar'
  /** What the n-th call asks for. */
  input(n: number): Input<'appeal.list'> | Input<'appeal.similar'>
  /** Pages that are turned before the one that is measured. */
  skip?: number
}

/** Those who ask, the same on every copy of the district. */
export interface Cast {
  heavy: string[]
  residents: Person[]
  workers: string[]
  secretaries: string[]
  towns: string[]
  district: string[]
}

const PEOPLE = 20
const FIFTH = 4

/** Sends one call; throws when it is refused. */
export async function answer<A extends Action>(
  url: string,
  openid: string,
  action: A,
  input: Api[A]['input'],
  agent: http.Agent,
): Promise<Api[A]['output']> {
  const text = await send(url, { openid, action, input, key: randomUUID() }, agent)
  const reply = parseReply(text)
  if (!reply.ok) {
    throw new Error(`${action} was refused, so the figure would mean nothing: ${text}`)
  }
  return reply.data
}

/** Finds people with and without posts in a filled district. */
export async function findCast(db: Db): Promise<Cast> {
  const holders = async (role: Role) => {
    const { rows } = await sql<{
      openid: string
    }>`SELECT u.openid FROM assignment a JOIN app_user u ON u.id = a.user_id
      WHERE a.role = ${role} ORDER BY md5(u.openid)`.execute(db)
    return rows.map(({ openid }) => openid)
  }
  const { rows: heavy } = await sql<{ openid: string }>`SELECT u.openid FROM appeal a
    JOIN app_user u ON u.id = a.submitter_id GROUP BY u.openid
    ORDER BY u.openid LIKE 'demo-worker-%', count(*) DESC, u.openid LIMIT ${HEAVY_PEOPLE}::int`.execute(db)
  const { rows: residents } = await sql<Person>`SELECT u.openid, u.id AS "userId", m.area_code AS "areaCode"
    FROM app_user u JOIN membership m ON m.user_id = u.id AND m.until IS NULL
    WHERE u.name <> '' AND NOT EXISTS (SELECT FROM assignment a WHERE a.user_id = u.id) ORDER BY md5(u.openid)`.execute(
    db,
  )
  return {
    heavy: heavy.map(({ openid }) => openid),
    residents,
    workers: await holders('grid_worker'),
    secretaries: await holders('village_secretary'),
    towns: await holders('town_officer'),
    district: await holders('district_officer'),
  }
}

/** What is measured, by the people who ask it. */
export function askings(cast: Cast): Asking[] {
  const list = (name: string, openids: string[], input: Input<'appeal.list'>, skip = 0): Asking => {
    return { name, openids: openids.slice(0, PEOPLE), action: 'appeal.list', input: () => input, skip }
  }
  const officers = [
    ['village officer', cast.secretaries],
    ['town officer', cast.towns],
    ['district officer', cast.district],
  ] as const
  const workbench = { list: 'workbench' } as const
  return [
    list('mine, first page', cast.heavy, { list: 'mine' }),
    list('mine, page 5', cast.heavy, { list: 'mine' }, FIFTH),
    ...officers.flatMap(([who, openids]) => [
      list(`area, ${who}, first page`, openids, { list: 'area' }),
      list(`area, ${who}, page 5`, openids, { list: 'area' }, FIFTH),
    ]),
    list('workbench, grid worker', cast.workers, workbench),
    list('workbench, village officer', cast.secretaries, workbench),
    list('workbench, town officer', cast.towns, workbench),
    // No action returns the counts alone; a page of one row comes closest.
    ...[['grid worker', cast.workers] as const, ...officers].map(([who, openids]) =>
      list(`counts and one row, ${who}`, openids, { ...workbench, limit: 1 }),
    ),
    {
      name: 'similar, resident',
      openids: cast.residents.slice(0, PEOPLE).map(({ openid }) => openid),
      action: 'appeal.similar',
      input: (n) => ({ text: SENTENCES[n % SENTENCES.length] as string }),
    },
  ]
}
