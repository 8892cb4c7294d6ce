import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewBlocked } from '../queries'

/** Whom the caller does not want to meet. */
export function listBlockedPeople(ctx: Ctx, _input: Input<'block.list'>): Promise<Output<'block.list'>> {
  return viewBlocked(ctx)
}
