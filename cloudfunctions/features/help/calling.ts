import type { Ctx } from '../../core/context'
import { emit } from '../../core/outbox'
import type { HelpRow } from './repo'
import { HELP_EVENTS } from './workflow'

type Teller = Pick<Ctx, 'db' | 'now' | 'newId'>

/** Tells the staff of the level that is called now, once a level and time somebody gave it back. */
export async function tellCalled(ctx: Teller, { id, alertCode, expireAt }: HelpRow): Promise<void> {
  if (alertCode !== null) {
    const key = `${HELP_EVENTS.called}:${id}:${alertCode}:${expireAt.getTime()}`
    await emit(ctx, HELP_EVENTS.called, { id, areaCode: alertCode }, key)
  }
}
