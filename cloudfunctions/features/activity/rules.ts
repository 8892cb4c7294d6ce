import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { manages, organises } from './policy'
import type { ActivityRule, SignupRule } from './workflow'

type Activity = Pick<Row<'activity'>, 'areaCode' | 'organiserId' | 'status'>

/** Whether a rule of an activity's workflow holds. Nobody decides on their own proposal. */
export function fulfils(actor: Actor, rule: ActivityRule, activity: Activity): boolean {
  switch (rule) {
    case 'decide':
      return (
        manages(actor, activity.areaCode) &&
        (activity.status === 'draft' || activity.organiserId !== actor.user.id)
      )
    case 'organise':
      return organises(actor, activity)
  }
}

/** The same for a sign-up: `own` is who signed up or whom it is for. */
export function fulfilsSignup(
  actor: Actor,
  rule: SignupRule,
  signup: Pick<Row<'signup'>, 'userId'> & { ofUser: string | null },
  activity: Activity,
): boolean {
  const own = [signup.userId, signup.ofUser].includes(actor.user.id)
  switch (rule) {
    case 'own':
      return own
    case 'present':
      return own || organises(actor, activity)
    case 'organise':
      return organises(actor, activity)
    case 'clock':
      return false
  }
}
