import type { z } from 'zod'
import type { Action, Input, Output } from '~/types/api'
import type { Rule } from '~/types/roles'
import type { Ctx } from './context'
import type { Deps } from './deps'

/**
 * Who may ask at all, before anything is loaded. `public`: even without an identity · `person`: anybody whom the
 * cloud knows; the policy decides on the loaded row · a Rule: somebody to whom an assignment grants it somewhere.
 */
export type ActionRule = 'public' | 'person' | Rule

/** One row of a feature's manifest. */
export interface ActionRow<A extends Action = Action> {
  action: A
  input: z.ZodType<Input<A>>
  rule: ActionRule
  /** Runs in a transaction and honours the idempotency key. */
  write: boolean
  /** Name in the audit trail; null for reads that reveal nothing personal. */
  audit: string | null
  /**
   * Keeps neither a hash of the input nor the answer under the caller's key: for acts that do no harm when repeated and
   * whose input must not be found out from what is kept (a hash of a ballot is its answers, tried out one by one).
   */
  forgetful?: boolean
  handler(ctx: Ctx, input: Input<A>): Promise<Output<A>>
  /**
   * After the transaction and before the reply, where the outside may be asked. Only for what a job does anyway, a
   * little later: what fails here changes nothing of the reply.
   */
  after?(deps: Deps, newId: () => string, output: Output<A>): Promise<void>
}

type Row<A extends Action> = Omit<ActionRow<A>, 'action'>
/** A feature's manifest: every action of its slice of the contract, once. */
export type Manifest<A extends Action> = { [K in A]: Row<K> }

/** Binds the rows' types to their action names; the compiler demands every action of the slice. */
export function defineActions<A extends Action>(manifest: Manifest<A>): ActionRow[] {
  return Object.entries(manifest).map(([action, row]) => ({
    action,
    ...(row as object),
  })) as unknown as ActionRow[]
}
