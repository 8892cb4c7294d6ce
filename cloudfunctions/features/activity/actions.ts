import type { ActivityApi } from '~/types/activity-api'
import { defineActions } from '../../core/action'
import { approveActivity } from './commands/approve'
import { callOffActivity } from './commands/call-off'
import { cancelSignup } from './commands/cancel'
import { checkIn } from './commands/check-in'
import { checkOut } from './commands/check-out'
import { showCode } from './commands/code'
import { confirmHours } from './commands/confirm-hours'
import { confirmPlace } from './commands/confirm-place'
import { createActivity } from './commands/create'
import { listFamily } from './commands/family'
import { readActivity } from './commands/info'
import { listActivities } from './commands/list'
import { readMine } from './commands/mine'
import { reportActivity } from './commands/report'
import { readRoster } from './commands/roster'
import { signUp } from './commands/sign-up'
import { updateActivity } from './commands/update'
import * as schema from './schema'

const read = { write: false, audit: null, rule: 'person' } as const
const write = { write: true, rule: 'person' } as const

export const activityActions = defineActions<keyof ActivityApi>({
  'activity.create': {
    ...write,
    input: schema.create,
    audit: 'activity.created',
    handler: createActivity,
  },
  'activity.update': { ...write, input: schema.update, audit: 'activity.updated', handler: updateActivity },
  'activity.approve': {
    ...write,
    input: schema.approve,
    rule: 'activity.manage',
    audit: 'activity.decided',
    handler: approveActivity,
  },
  'activity.callOff': { ...write, input: schema.callOff, audit: 'activity.ended', handler: callOffActivity },
  'activity.list': { ...read, input: schema.list, handler: listActivities },
  'activity.info': { ...read, input: schema.info, handler: readActivity },
  'activity.signUp': { ...write, input: schema.signUp, audit: 'signup.made', handler: signUp },
  'activity.cancel': { ...write, input: schema.cancel, audit: 'signup.cancelled', handler: cancelSignup },
  'activity.confirmPlace': {
    ...write,
    input: schema.confirmPlace,
    audit: 'signup.confirmed',
    handler: confirmPlace,
  },
  'activity.family': { ...read, input: schema.nothing, handler: listFamily },
  'activity.checkIn': { ...write, input: schema.checkIn, audit: 'signup.arrived', handler: checkIn },
  'activity.checkOut': { ...write, input: schema.checkIn, audit: 'signup.left', handler: checkOut },
  'activity.code': { ...read, input: schema.ofShift, handler: showCode },
  'activity.roster': { ...read, input: schema.ofShift, handler: readRoster },
  'activity.confirmHours': {
    ...write,
    input: schema.confirmHours,
    audit: 'activity.counted',
    handler: confirmHours,
  },
  'activity.report': { ...write, input: schema.report, audit: 'activity.reported', handler: reportActivity },
  'activity.mine': { ...read, input: schema.nothing, handler: readMine },
})
