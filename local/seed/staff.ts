import type { NewRow } from '~/cloudfunctions/core/schema'
import { areaCodeAt } from '~/types/area'
import type { Role } from '~/types/roles'
import { drawPerson } from './households'
import { drawSurname } from './names'
import type { Ground } from './plan'
import { createRandom, type MakeId } from './random'
import type { Rows } from './rows'
import { beforeStart, phoneOf, type Times } from './times'

/** Departments of the district that answer for things of their own. */
export const DEPARTMENTS: [code: string, name: string][] = [
  ['power', '供电所'],
  ['water', '自来水公司'],
  ['gas', '燃气公司'],
  ['heating', '供热中心'],
  ['police', '公安派出所'],
  ['roads', '公路分局'],
  ['sanitation', '环卫中心'],
  ['urban_management', '城管执法队'],
  ['civil_affairs', '民政局'],
  ['housing', '住建委'],
  ['health', '卫健委'],
  ['agriculture', '农业农村局'],
  ['fire', '消防救援站'],
]
const PER_DEPARTMENT = 2
const PER_TOWN = 2
const DISTRICT_OFFICERS = 3
/** Share of party members: all secretaries, and many of the others. */
const PARTY_SHARE = 0.45

interface Post {
  openid: string
  role: Role
  areaCode: string
  /** Number among the staff of the area. */
  n: number
  givenBy: string | null
  departmentCode?: string
}

/** Everybody above the grids, from the district down, so that each is given the post by somebody already there. */
export function addStaff(rows: Rows, ground: Ground, seed: number, ids: MakeId, times: Times): void {
  const posts = postsOf(ground, ids)
  posts.forEach((post, index) => {
    const { openid, role, areaCode, n, givenBy, departmentCode = null } = post
    const random = createRandom(seed, openid)
    const sex = random.chance(0.5) ? 'female' : 'male'
    const person = drawPerson(random, drawSurname(random), sex, random.between(27, 57), times.now)
    const id = ids('user', areaCode, n)
    rows.users.push({
      id,
      openid,
      name: person.name,
      phone: phoneOf(index),
      partyMember: role === 'village_secretary' || random.chance(PARTY_SHARE),
      createdAt: beforeStart(times),
    })
    rows.assignments.push(
      assignmentOf(
        { id: ids('assignment', areaCode, n), userId: id, role, areaCode, departmentCode, givenBy },
        times,
      ),
    )
  })
  const { code: areaCode } = ground.district
  rows.departments = DEPARTMENTS.map(([code, name], index) => {
    return { code, name, areaCode, phone: phoneOf(posts.length + index) }
  })
}

/** Number of phone numbers that staff and departments take, before the residents'. */
export function staffPhones({ towns, villages }: Ground): number {
  return (
    1 +
    DISTRICT_OFFICERS +
    DEPARTMENTS.length * (PER_DEPARTMENT + 1) +
    towns.length * (PER_TOWN + 1) +
    villages.length * 2
  )
}

/** Number of people with a post, grid workers included. */
export function staffCount({ district, towns, villages, grids }: Ground, ids: MakeId): number {
  return postsOf({ district, towns, villages, grids }, ids).length + grids.length
}

/** The id of the secretary of a village, who gives the posts in its grids. */
export function secretaryId(ids: MakeId, gridCode: string): string {
  return ids('user', areaCodeAt(gridCode, 'village'), 1)
}

/** An open-ended post since the start. */
export function assignmentOf(
  post: Pick<NewRow<'assignment'>, 'id' | 'userId' | 'role' | 'areaCode' | 'departmentCode' | 'givenBy'>,
  { start }: Times,
): NewRow<'assignment'> {
  return { ...post, fromAt: start, toAt: null, endedBy: null, endReason: null }
}

function postsOf({ district, towns, villages }: Ground, ids: MakeId): Post[] {
  const posts: Post[] = []
  const taken = new Map<string, number>()
  const add = (post: Omit<Post, 'n'>) => {
    const n = (taken.get(post.areaCode) ?? 0) + 1
    taken.set(post.areaCode, n)
    posts.push({ ...post, n })
    return ids('user', post.areaCode, n)
  }
  const areaCode = district.code
  const administrator = add({ openid: 'demo-admin-1', role: 'system_administrator', areaCode, givenBy: null })
  const officers = times(DISTRICT_OFFICERS, (n) =>
    add({ openid: `demo-district-${n}`, role: 'district_officer', areaCode, givenBy: administrator }),
  )
  const officer = officers[0] ?? administrator
  for (const [departmentCode] of DEPARTMENTS) {
    const common = { role: 'department_officer', areaCode, givenBy: officer, departmentCode } as const
    times(PER_DEPARTMENT, (n) => add({ openid: `demo-dept-${departmentCode}-${n}`, ...common }))
  }
  for (const { code: town } of towns) {
    const ofTown = times(PER_TOWN, (n) =>
      add({ openid: `demo-town-${town}-${n}`, role: 'town_officer', areaCode: town, givenBy: officer }),
    )
    const givenBy = ofTown[0] ?? officer
    const inTown = villages.filter(({ parentCode }) => parentCode === town)
    inTown.forEach(({ code }, index) => {
      // The secretary first: the grids below count on number 1.
      add({ openid: `demo-secretary-${code}`, role: 'village_secretary', areaCode: code, givenBy })
      add({ openid: `demo-doctor-${code}`, role: 'family_doctor', areaCode: code, givenBy })
      if (index === 0) {
        add({ openid: `demo-mediator-${code}`, role: 'mediator', areaCode: code, givenBy })
      }
    })
  }
  return posts
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}
