import type { Assurance } from '~/types/me'
import type { Role } from '~/types/roles'
import type { District, Person } from '../support/district'

/** Where somebody belongs or works, seen from the grid that is asked about. */
type Place = 'own' | 'other_department' | 'other_grid' | 'other_village' | 'other_town' | 'ended'

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
  'visitor',
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

/** What an action is tried on: a grid with people of its own, since some acts change the people themselves. */
export interface Scene {
  district: District
  grid: string
  places: Record<Place, string>
  /** The group of the grid, from which the visitor has opened the program. */
  opengid: string
  who(who: Who): Person
}

/** The grids elsewhere, on which nothing is tried; one set serves all scenes. */
export function takeElsewhere(district: District) {
  return {
    other_grid: district.newGrid(),
    other_village: district.newGrid('otherVillage'),
    other_town: district.newGrid('otherTown'),
  }
}

export async function openScene(
  district: District,
  elsewhere: ReturnType<typeof takeElsewhere>,
): Promise<Scene> {
  const grid = district.newGrid()
  const places = { ...elsewhere, own: grid, other_department: grid, ended: grid }
  const people = new Map<Who, Person>()
  for (const who of WHO) {
    people.set(who, await make(district, who, places))
  }
  const who = (name: Who) => {
    const person = people.get(name)
    if (person === undefined) {
      throw new Error(`nobody plays ${name}`)
    }
    return person
  }
  const opengid = await district.group(grid, who('grid_worker:own'))
  return { district, grid, places, opengid, who }
}

function make(district: District, who: Who, places: Record<Place, string>): Promise<Person> {
  const [kind = '', at = 'own', assurance = 'group'] = who.split(':')
  if (kind === 'stranger' || kind === 'visitor') {
    return Promise.resolve(district.stranger())
  }
  if (kind === 'submitter') {
    return district.resident(places.own, { name: '钱测试', phone: '19900001234' })
  }
  const place = places[at as Place]
  if (kind === 'resident') {
    return district.resident(place, { assurance: assurance as Assurance })
  }
  const role = kind as Role
  return district.staff(role, place.slice(0, DIGITS[role]), {
    ...(role === 'department_officer' && { departmentCode: at === 'other_department' ? 'water' : 'power' }),
    ...(at === 'ended' && { to: new Date(district.clock.now().getTime() - HOUR_MS) }),
  })
}
