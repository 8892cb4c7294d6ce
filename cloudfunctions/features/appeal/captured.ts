import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

/** Cases that a worker wrote down for somebody (capture), or that somebody filed for another. */
type Appeal = Pick<Row<'appeal'>, 'capturedBy' | 'submitterId' | 'behalfUserId'>

/**
 * The person is not in the program. Nobody speaks for them here: the worker who wrote it down least of all, and the
 * level above asks them on the telephone or at the door.
 */
export const isOutside = ({ capturedBy, submitterId }: Pick<Appeal, 'capturedBy' | 'submitterId'>) =>
  capturedBy === submitterId

/** The actor asked, wrote it down for somebody, or is whom it was asked for. */
export const isParty = (actor: Actor, { submitterId, behalfUserId }: Appeal) =>
  [submitterId, behalfUserId].includes(actor.user.id)

/** The actor is the person who asked, or the one it was asked for: each may speak for it. */
export const isOwn = (actor: Actor, appeal: Appeal) =>
  (appeal.submitterId === actor.user.id && !isOutside(appeal)) || appeal.behalfUserId === actor.user.id
