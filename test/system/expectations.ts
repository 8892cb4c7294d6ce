import type { Action } from '~/types/api'
import { ACTIVITY_EXPECTATIONS } from './activity-expectations'
import { ANNOUNCEMENT_EXPECTATIONS } from './announcement-expectations'
import { APPEAL_EXPECTATIONS } from './appeal-expectations'
import { EVALUATION_EXPECTATIONS } from './evaluation-expectations'
import { SURVEY_EXPECTATIONS } from './survey-expectations'
import { CIVILITY_EXPECTATIONS } from './civility-expectations'
import { PARTY_EXPECTATIONS } from './party-expectations'
import { POINTS_EXPECTATIONS } from './points-expectations'
import { HELP_EXPECTATIONS } from './help-expectations'
import { MISSING_EXPECTATIONS } from './missing-expectations'
import {
  ABOVE,
  DISTRICT_AND_ABOVE,
  EMPLOYED,
  EVERYBODY,
  GRID_STAFF,
  NAMELESS,
  NEAR,
  NEIGHBOURS,
  NEVER,
  NEVER_APPOINT,
  NEVER_NEAR,
  ROLE_OF,
  SETTING,
  SUBMITTER,
  TOWN_AND_ABOVE,
  VIEWERS,
  VILLAGE,
  WORKER,
  except,
  given,
  inForce,
  type Expectation,
} from './groups'

/** Every action and what it may be tried on; one file a noun. */
export const EXPECTATIONS = {
  'area.search': { anything: EVERYBODY },
  'area.list': { anything: EVERYBODY },
  'me.enter': { anything: EVERYBODY },
  'me.update': { oneself: { may: except(NAMELESS), instead: ['CONFLICT', NAMELESS] } },
  'me.consent': { oneself: EVERYBODY },
  'me.export': { oneself: EVERYBODY },
  'me.remove': { oneself: { may: except(EMPLOYED), instead: ['CONFLICT', EMPLOYED] } },
  'membership.choose': {
    'this grid': EVERYBODY,
    'another grid': { may: except(['resident:own:worker']), instead: ['CONFLICT', ['resident:own:worker']] },
  },
  'membership.list': {
    'the grid': { may: [...WORKER, ...ABOVE] },
    'the village': { may: ABOVE },
    'the district': { may: DISTRICT_AND_ABOVE },
  },
  'membership.confirm': { 'a member': NEAR },
  'membership.candidates': { 'a member': NEAR },
  'membership.link': { 'a member': NEAR },
  'membership.unlink': { 'a member': NEAR },
  'membership.move': {
    'inside the village': NEAR,
    'out of the village': { may: [], forbidden: [...NEVER_NEAR, ...GRID_STAFF] },
  },
  'group.bind': {
    'a new group': NEAR,
    'a group of another grid': { may: VILLAGE, forbidden: NEVER_NEAR, instead: ['CONFLICT', WORKER] },
  },
  'assignment.list': {
    'the grid': { may: ABOVE, forbidden: NEVER_APPOINT },
    'the town': { may: TOWN_AND_ABOVE, forbidden: NEVER_APPOINT },
  },
  'assignment.give': {
    ...ROLE_OF,
    'at the wrong level': given([], ABOVE),
    'to oneself': given([], ABOVE),
  },
  'assignment.end': ROLE_OF,
  'picture.prepare': { anything: EVERYBODY },
  'picture.finish': { 'an upload': { may: SUBMITTER } },
  'voice.prepare': { anything: EVERYBODY },
  'voice.finish': { 'a recording': { may: SUBMITTER } },
  'feed.list': { 'the grid': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] } },
  'notice.list': { anything: EVERYBODY },
  'subscription.list': { anything: EVERYBODY },
  'subscription.accept': { anything: EVERYBODY },
  'notice.read': { 'a notice': { may: SUBMITTER } },
  'delivery.retry': {
    'the town': {
      may: TOWN_AND_ABOVE,
      forbidden: except(inForce('town_officer', 'district_officer', 'system_administrator')),
    },
    'the district': {
      may: DISTRICT_AND_ABOVE,
      forbidden: except(inForce('town_officer', 'district_officer', 'system_administrator')),
    },
  },
  'delivery.mine': {
    anything: { may: inForce('grid_worker', 'village_secretary'), forbidden: NEVER_NEAR },
  },
  'delivery.markShared': { 'a card': NEAR },
  'setting.list': { anything: SETTING },
  'setting.propose': { 'one that nothing waits for': SETTING },
  'setting.approve': { 'of a colleague': SETTING, 'of oneself': NEVER },
  'setting.refuse': { 'of a colleague': SETTING, 'of oneself': SETTING },
  ...ACTIVITY_EXPECTATIONS,
  ...ANNOUNCEMENT_EXPECTATIONS,
  ...APPEAL_EXPECTATIONS,
  ...SURVEY_EXPECTATIONS,
  ...CIVILITY_EXPECTATIONS,
  ...PARTY_EXPECTATIONS,
  ...EVALUATION_EXPECTATIONS,
  ...POINTS_EXPECTATIONS,
  ...HELP_EXPECTATIONS,
  ...MISSING_EXPECTATIONS,
} satisfies Record<Action, Record<string, Expectation>>
