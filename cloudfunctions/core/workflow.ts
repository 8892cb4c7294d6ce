import { sql } from 'kysely'
import type { Ctx } from './context'
import { conflict } from './errors'
import { emit, type Payload } from './outbox'
import type { Database, Row } from './schema'

/** One row of a workflow: what an action may follow, where it leads, who may take it, what it tells others. */
export interface Transition<S extends string, R extends string> {
  from: readonly S[]
  /** Several targets when the outcome of the act decides; the command names the one. */
  to: S | readonly S[]
  rule: R
  /** Inputs without which the step means nothing; checked by the schema, shown to the client. */
  needs: readonly ('words' | 'reason' | 'rating')[]
  /** Event for the outbox, or null when nobody else needs to know. */
  tells: string | null
}
export type Workflow<A extends string, S extends string, R extends string> = Record<A, Transition<S, R>>

/** Actions that the table allows from `status` to somebody for whom `may(rule)` holds. */
export function nextActions<A extends string, S extends string, R extends string>(
  workflow: Workflow<A, S, R>,
  status: S,
  may: (rule: R, action: A) => boolean,
): A[] {
  return (Object.keys(workflow) as A[]).filter(
    (action) => workflow[action].from.includes(status) && may(workflow[action].rule, action),
  )
}

/** Tables that have a workflow: an id, a status and a version. */
type Moving = {
  [T in keyof Database]: Row<T> extends { id: string; status: string; version: number } ? T : never
}[keyof Database]

interface Move<T extends Moving, A extends string, S extends string, R extends string> {
  table: T
  workflow: Workflow<A, S, R>
  row: Row<T> & { status: S }
  action: A
  /** Needed when the table names several targets. */
  to?: S
  /** Other columns that change with the step. */
  set?: Partial<Row<T>>
  /** What the event carries beside the id. */
  tell?: Payload
}

/**
 * The only code that writes a status column. Refuses what the table does not allow (CONFLICT wrong_status) and what
 * somebody else has changed meanwhile (CONFLICT changed).
 */
export async function move<T extends Moving, A extends string, S extends string, R extends string>(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  { table, workflow, row, action, to, set, tell }: Move<T, A, S, R>,
): Promise<Row<T>> {
  const transition = workflow[action]
  if (!transition.from.includes(row.status)) {
    throw conflict('wrong_status', '这件事的进展已经变了,请刷新看看')
  }
  const targets: readonly S[] = typeof transition.to === 'string' ? [transition.to] : transition.to
  const target = to ?? targets[0]
  if (target === undefined || !targets.includes(target)) {
    throw new Error(`${action} does not lead to ${String(to)}`)
  }
  const { id, version } = row as unknown as { id: string; version: number }
  const columns = Object.entries({ ...set, status: target, version: version + 1 })
  const assignments = columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const updated = await sql<Row<T>>`
    UPDATE ${sql.table(table)} SET ${sql.join(assignments)}
    WHERE id = ${id} AND version = ${version} RETURNING *`.execute(ctx.db)
  const next = updated.rows[0]
  if (next === undefined) {
    throw conflict('changed', '刚刚有人先办了一步,请刷新看看')
  }
  if (transition.tells !== null) {
    await emit(ctx, transition.tells, { id, ...tell }, `${transition.tells}:${id}:${version + 1}`)
  }
  return next
}
