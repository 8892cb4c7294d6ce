import type { AreaLevel } from './area'

/** Roles a person is given for an area and a time. Everybody is a resident without being given it. */
export const ROLES = [
  'grid_worker',
  'village_secretary',
  'town_officer',
  'department_officer',
  'family_doctor',
  'mediator',
  'district_officer',
  'system_administrator',
] as const
export type Role = (typeof ROLES)[number]

/** What a role may do inside its area. Names are the rule names of the action manifests. */
export const RULES = [
  'activity.manage',
  'appeal.view',
  'appeal.handle',
  'appeal.dispatch',
  'appeal.decide',
  'help.manage',
  'membership.manage',
  'group.bind',
  'delivery.share',
  'assignment.view',
  'assignment.give',
  'audit.view',
  'setting.propose',
  'setting.approve',
  'survey.manage',
  'survey.view',
  'survey.help',
  'survey.recheck',
  'points.propose',
  'points.decide',
  'missing.lead',
  'points.goods',
  'party.manage',
  'party.view',
  'civility.remind',
  'evaluation.manage',
  'evaluation.view',
  'evaluation.object',
] as const
export type Rule = (typeof RULES)[number]

/** The one table of role → rules. A rule holds inside the area of the assignment and below it. */
export const ROLE_RULES: Record<Role, readonly Rule[]> = {
  grid_worker: [
    'activity.manage',
    'appeal.view',
    'appeal.handle',
    'help.manage',
    'membership.manage',
    'group.bind',
    'delivery.share',
    'survey.view',
    'survey.help',
    'points.propose',
    'missing.lead',
    'civility.remind',
    'evaluation.view',
  ],
  village_secretary: [
    'activity.manage',
    'appeal.view',
    'appeal.handle',
    'help.manage',
    'membership.manage',
    'group.bind',
    'delivery.share',
    'assignment.view',
    'assignment.give',
    'survey.manage',
    'survey.view',
    'survey.help',
    'points.propose',
    'points.decide',
    'missing.lead',
    'points.goods',
    'party.manage',
    'party.view',
    'civility.remind',
    'evaluation.view',
    'evaluation.object',
  ],
  town_officer: [
    'activity.manage',
    'appeal.view',
    'appeal.handle',
    'appeal.dispatch',
    'help.manage',
    'assignment.view',
    'assignment.give',
    'survey.manage',
    'survey.view',
    'survey.help',
    'survey.recheck',
    'points.decide',
    'missing.lead',
    'party.view',
    'evaluation.manage',
    'evaluation.view',
  ],
  // For what was handed to the own department, wherever it lies; an officer's area grants nothing.
  department_officer: ['appeal.handle', 'missing.lead'],
  family_doctor: [],
  mediator: [],
  district_officer: [
    'activity.manage',
    'appeal.view',
    'appeal.decide',
    'assignment.view',
    'assignment.give',
    'audit.view',
    'setting.propose',
    'setting.approve',
    'survey.manage',
    'survey.view',
    'survey.recheck',
    'missing.lead',
    'party.view',
    'evaluation.manage',
    'evaluation.view',
  ],
  system_administrator: [
    'assignment.view',
    'assignment.give',
    'audit.view',
    'setting.propose',
    'setting.approve',
  ],
}

/** The level of area a role is given for. */
export const ROLE_LEVEL: Record<Role, AreaLevel> = {
  grid_worker: 'grid',
  village_secretary: 'village',
  town_officer: 'town',
  department_officer: 'district',
  family_doctor: 'village',
  mediator: 'village',
  district_officer: 'district',
  system_administrator: 'district',
}

/** Roles that somebody holds for a department, not for the area alone. */
export const ROLES_OF_DEPARTMENTS: readonly Role[] = ['department_officer']

/** Who may give and take a role: the level above, never the level itself. */
export const ROLE_GIVEN_BY: Record<Role, readonly Role[]> = {
  grid_worker: ['village_secretary', 'town_officer'],
  village_secretary: ['town_officer', 'district_officer'],
  town_officer: ['district_officer'],
  department_officer: ['district_officer'],
  family_doctor: ['town_officer'],
  mediator: ['town_officer'],
  district_officer: ['system_administrator'],
  system_administrator: [],
}
