import {
  DISTRICT,
  EVERYBODY,
  NEIGHBOURS,
  NEVER_VIEW,
  SUBMITTER,
  TOWN,
  VIEWERS,
  type Expectation,
} from './groups'
import type { Who } from './people'

const VISITOR: Who[] = ['visitor']
const KNOWN_NEIGHBOURS = NEIGHBOURS.filter((who) => who !== 'visitor')
/** Of the organiser's side: the staff of the area; its people see it and are told that it is not theirs. */
const ORGANISING: Expectation = { may: VIEWERS, forbidden: [...SUBMITTER, ...NEIGHBOURS] }
/** A sign-up is its person's; the organiser knows of it, for others there is none. */
const OWN: Expectation = { may: SUBMITTER, forbidden: VIEWERS }

export const ACTIVITY_EXPECTATIONS = {
  'activity.create': {
    'for the grid': {
      may: [...SUBMITTER, ...KNOWN_NEIGHBOURS, ...VIEWERS],
      instead: ['INVALID', VISITOR],
    },
    'for the town': { may: [...TOWN, ...DISTRICT] },
  },
  'activity.update': { 'a proposal': { may: [...SUBMITTER, ...VIEWERS] } },
  'activity.approve': { 'a proposal': { may: VIEWERS, forbidden: NEVER_VIEW } },
  'activity.callOff': { 'a published one': ORGANISING },
  'activity.list': { open: EVERYBODY, today: EVERYBODY, manage: EVERYBODY },
  'activity.info': {
    'a published one': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] },
    'a proposal': { may: [...SUBMITTER, ...VIEWERS] },
  },
  'activity.signUp': {
    'a published one': {
      may: [...SUBMITTER, ...KNOWN_NEIGHBOURS, ...VIEWERS],
      instead: ['INVALID', VISITOR],
    },
  },
  'activity.cancel': { 'a sign-up': OWN },
  'activity.confirmPlace': { 'an offered place': OWN },
  'activity.family': { anything: EVERYBODY },
  'activity.checkIn': {
    'by the code': { may: [...SUBMITTER, ...VIEWERS] },
    'by the list': { may: VIEWERS, forbidden: SUBMITTER },
  },
  'activity.checkOut': { 'by the list': { may: VIEWERS, forbidden: SUBMITTER } },
  'activity.code': { 'a published one': ORGANISING },
  'activity.roster': { 'a published one': ORGANISING },
  'activity.confirmHours': { 'a begun one': ORGANISING },
  'activity.report': { 'a begun one': ORGANISING },
  'activity.mine': { anything: EVERYBODY },
  'record.mine': { anything: EVERYBODY },
  'record.export': { anything: EVERYBODY },
  'record.correct': { 'a counted sign-up': { may: VIEWERS, forbidden: SUBMITTER } },
} satisfies Record<string, Record<string, Expectation>>
