import type { AreaView } from '~/types/area'
import { OPENING_RULES, PRIVACY_VERSION, type AssignmentView, type GroupView, type MeView } from '~/types/me'
import { scopesOf, type Actor, departmentsOf } from '../../core/actor'
import type { Secrets } from '../../core/crypto'
import { maskPhone, surnameOf } from '../../core/masking'
import type { listGridWorkers } from './repo'

export interface MeParts {
  actor: Actor
  areas: Map<string, AreaView>
  assignments: AssignmentView[]
  gridWorkers: Awaited<ReturnType<typeof listGridWorkers>>
  secrets: Secrets
  now: Date
}

/** The grid whose public things are shown: the opened group's, else the own one, else the first one worked in. */
export function shownGridOf(actor: Actor): string | undefined {
  const worked = actor.assignments.find((assignment) => assignment.areaCode.length === 15)?.areaCode
  return actor.groupAreaCode ?? actor.membership?.areaCode ?? worked
}

function presentGroup(actor: Actor, areas: Map<string, AreaView>): GroupView | null {
  if (actor.opengid === undefined) {
    return null
  }
  const area = actor.groupAreaCode === undefined ? null : (areas.get(actor.groupAreaCode) ?? null)
  const options: GroupView['can'] = []
  if (area === null && scopesOf(actor, 'group.bind').length > 0) {
    options.push('group.bind')
  }
  if (area !== null && actor.membership !== null && actor.membership.areaCode !== area.code) {
    options.push('membership.choose')
  }
  return { area, can: options }
}

export function presentMe({ actor, areas, assignments, gridWorkers, secrets, now }: MeParts): MeView {
  const { user, membership } = actor
  const home = membership === null ? undefined : areas.get(membership.areaCode)
  const grid = shownGridOf(actor)
  return {
    now: now.toISOString(),
    userId: user.id,
    name: user.name,
    ...(user.phoneEncrypted !== null && { phone: maskPhone(secrets.decrypt(user.phoneEncrypted)) }),
    partyMember: user.partyMember,
    consented: user.privacyVersion >= PRIVACY_VERSION,
    membership:
      membership === null || home === undefined
        ? null
        : { area: home, assurance: membership.assurance, since: membership.since.toISOString() },
    group: presentGroup(actor, areas),
    grid: grid === undefined ? null : (areas.get(grid) ?? null),
    gridWorkers: gridWorkers.map((worker) => ({
      name: `${surnameOf(worker.name)}师傅`,
      phone: worker.dutyPhone ?? '',
    })),
    assignments,
    can: [
      ...(hasDesk(actor) ? (['workbench'] as const) : []),
      ...OPENING_RULES.filter((rule) => scopesOf(actor, rule).length > 0),
    ],
  }
}

/** Somebody to whom cases come: of an area, of a department, or to decide. */
function hasDesk(actor: Actor): boolean {
  const handles = scopesOf(actor, 'appeal.handle').length + departmentsOf(actor, 'appeal.handle').length
  return handles + scopesOf(actor, 'appeal.decide').length > 0
}
