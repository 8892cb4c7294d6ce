import type { ActivityStatus, SignupStatus } from '~/types/activity'
import type { Workflow } from '../../core/workflow'

/** decide: staff of the area, not about their own proposal · organise: who runs it. */
export type ActivityRule = 'decide' | 'organise'
export type ActivityMove = 'activity.update' | 'activity.approve' | 'activity.callOff' | 'activity.report'

export const activityWorkflow: Workflow<ActivityMove, ActivityStatus, ActivityRule> = {
  'activity.update': {
    from: ['draft', 'proposed'],
    to: ['draft', 'proposed'],
    rule: 'organise',
    needs: [],
    tells: null,
  },
  'activity.approve': {
    from: ['draft', 'proposed'],
    to: ['published', 'declined'],
    rule: 'decide',
    needs: [],
    tells: 'activity.decided',
  },
  'activity.callOff': {
    from: ['draft', 'proposed', 'published'],
    to: 'called_off',
    rule: 'organise',
    needs: ['reason'],
    tells: 'activity.ended',
  },
  'activity.report': {
    from: ['published'],
    to: 'reported',
    rule: 'organise',
    needs: ['words'],
    tells: 'activity.reported',
  },
}

/** own: who signed up or whom it is for · present: they, or the organiser for them · clock: the timer. */
export type SignupRule = 'own' | 'present' | 'organise' | 'clock'
export type SignupMove =
  | 'activity.signUp'
  | 'activity.offer'
  | 'activity.confirmPlace'
  | 'activity.lapse'
  | 'activity.cancel'
  | 'activity.drop'
  | 'activity.checkIn'
  | 'activity.checkOut'
  | 'activity.confirmHours'

/** A place is offered to one person at a time; hours count when the organiser says so. */
export const signupWorkflow: Workflow<SignupMove, SignupStatus, SignupRule> = {
  // Who cancelled may sign up again, at the end of the line.
  'activity.signUp': {
    from: ['cancelled', 'lapsed'],
    to: ['going', 'waiting'],
    rule: 'own',
    needs: [],
    tells: null,
  },
  'activity.offer': { from: ['waiting'], to: 'offered', rule: 'clock', needs: [], tells: 'signup.offered' },
  'activity.confirmPlace': {
    from: ['offered'],
    to: ['going', 'cancelled'],
    rule: 'own',
    needs: [],
    tells: null,
  },
  'activity.lapse': {
    from: ['offered', 'waiting'],
    to: 'lapsed',
    rule: 'clock',
    needs: [],
    tells: 'signup.lapsed',
  },
  'activity.cancel': {
    from: ['going', 'waiting', 'offered'],
    to: 'cancelled',
    rule: 'own',
    needs: [],
    tells: null,
  },
  // The whole activity was called off.
  'activity.drop': {
    from: ['going', 'waiting', 'offered'],
    to: 'cancelled',
    rule: 'clock',
    needs: [],
    tells: 'signup.dropped',
  },
  'activity.checkIn': { from: ['going'], to: 'arrived', rule: 'present', needs: [], tells: null },
  'activity.checkOut': { from: ['arrived'], to: 'left', rule: 'present', needs: [], tells: null },
  'activity.confirmHours': {
    from: ['going', 'arrived', 'left'],
    to: ['served', 'absent'],
    rule: 'organise',
    needs: [],
    tells: 'activity.hoursConfirmed',
  },
}

/** Events of the clock and of the ledger rather than of a step. */
export const REMINDED = 'activity.reminded'
export const CORRECTED = 'record.corrected'
