import { isWithin } from '~/types/area'
import { can, publicGridsOf, scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

type Activity = Pick<Row<'activity'>, 'areaCode' | 'organiserId' | 'status'>

/** Staff of the area. */
export const manages = (actor: Actor, areaCode: string) => can(actor, 'activity.manage', areaCode)

/** Looks after it on the day: who proposed it, and staff of its area. */
export const organises = (actor: Actor, activity: Activity) =>
  activity.organiserId === actor.user.id || manages(actor, activity.areaCode)

/**
 * People of the area, staff in it and above it; `takesPart` for who has moved away since signing up. Before it is
 * published an activity is for who makes it and who decides.
 */
export function sees(
  actor: Actor,
  activity: Activity & Pick<Row<'activity'>, 'publishedAt'>,
  takesPart = false,
): boolean {
  if (organises(actor, activity)) {
    return true
  }
  const near = publicGridsOf(actor).some((grid) => isWithin(grid, activity.areaCode))
  const works = scopesOf(actor, 'activity.manage').some((scope) => isWithin(scope, activity.areaCode))
  return activity.publishedAt !== null && (near || works || takesPart)
}

/** Residents propose for their own grid or village. */
export function mayPropose(actor: Actor, areaCode: string): boolean {
  const home = actor.membership?.areaCode ?? actor.groupAreaCode
  return home !== undefined && isWithin(home, areaCode) && areaCode.length >= 12
}
