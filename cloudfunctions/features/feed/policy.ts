import { can, publicGridsOf, type Actor } from '../../core/actor'

/** A grid's feed is for its people, for those who opened it from its group, and for its staff. */
export function mayReadFeed(actor: Actor, areaCode: string): boolean {
  return publicGridsOf(actor).includes(areaCode) || can(actor, 'appeal.view', areaCode)
}
