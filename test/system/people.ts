import type { Role } from '~/types/roles'
import type { District, Person } from '../support/district'

/** Relation of a place to the grid that is asked about. */
type Relation = 'own' | 'other_department' | 'other_grid' | 'other_village' | 'other_town' | 'ended'

/** Everybody who might ask: residents by how they belong, staff by role and by where they hold it. */
export const WHO = [
  'submitter',
  'resident:own',
  'resident:own:self',
  'resident:own:worker',
  'resident:other_grid',
  'resident:other_village',
  'resident:other_town',
  'stranger',
  'grid_worker:own',
  'grid_worker:other_grid',
  'grid_worker:other_village',
  'grid_worker:other_town',
  'grid_worker:ended',
  'village_secretary:own',
  'village_secretary:other_village',
  'village_secretary:other_town',
  'village_secretary:ended',
  'town_officer:own',
  'town_officer:other_town',
  'town_officer:ended',
  'department_officer:own',
  'department_officer:other_department',
  'department_officer:ended',
  'family_doctor:own',
  'family_doctor:other_village',
  'family_doctor:ended',
  'mediator:own',
  'mediator:other_village',
  'mediator:ended',
  'district_officer:own',
  'district_officer:ended',
  'system_administrator:own',
  'system_administrator:ended',
] as const
export type Who = (typeof WHO)[number]

const HOUR_MS = 3_600_000
/** Digits of the area that a role is held for. */
const DIGITS: Record<Role, number> = {
  grid_worker: 15,
  village_secretary: 12,
  town_officer: 9,
  department_officer: 6,
  family_doctor: 12,
  mediator: 12,
  district_officer: 6,
  system_administrator: 6,
}

/** One of each for a grid. The submitter is made with the case. */
export async function gather(district: District, grid: string): Promise<Map<Who, Person>> {
  const places: Record<Relation, string> = {
    own: grid,
    ended: grid,
    other_department: grid,
    other_grid: district.newGrid(),
    other_village: district.newGrid('otherVillage'),
    other_town: district.newGrid('otherTown'),
  }
  const people = new Map<Who, Person>()
  for (const who of WHO) {
    people.set(who, await make(district, who, grid, places))
  }
  return people
}

function make(district: District, who: Who, grid: string, places: Record<Relation, string>): Promise<Person> {
  const [kind = '', relation = 'own', assurance = 'group'] = who.split(':')
  if (kind === 'stranger') {
    return Promise.resolve(district.stranger())
  }
  if (kind === 'submitter') {
    return district.resident(grid, { name: '钱测试', phone: '19900001234' })
  }
  const place = places[relation as Relation]
  if (kind === 'resident') {
    return district.resident(place, { assurance: assurance as 'group' })
  }
  const role = kind as Role
  return district.staff(role, place.slice(0, DIGITS[role]), {
    ...(role === 'department_officer' && {
      departmentCode: relation === 'other_department' ? 'water' : 'power',
    }),
    ...(relation === 'ended' && { to: new Date(district.clock.now().getTime() - HOUR_MS) }),
  })
}
