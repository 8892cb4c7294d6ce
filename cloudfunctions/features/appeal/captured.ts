import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'

/** Cases that a worker wrote down for somebody (capture). */
type Appeal = Pick<Row<'appeal'>, 'capturedBy' | 'submitterId'>

/**
 * The person is not in the program. Nobody speaks for them here: the worker who wrote it down least of all, and the
 * level above asks them on the telephone or at the door.
 */
export const isOutside = ({ capturedBy, submitterId }: Appeal) => capturedBy === submitterId

/** The actor is the person who asked. */
export const isOwn = (actor: Actor, appeal: Appeal) =>
  appeal.submitterId === actor.user.id && !isOutside(appeal)
