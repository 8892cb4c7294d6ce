import type { Assurance } from '~/types/me'
import { doorOf, drawFamily, type Person } from './households'
import type { GridPlan, Scale } from './plan'
import { createRandom, type MakeId, type Random } from './random'
import type { Rows } from './rows'
import { assignmentOf, secretaryId } from './staff'
import { beforeStart, DAY_MS, phoneOf, type Times } from './times'

export interface GridContext {
  seed: number
  scale: Scale
  ids: MakeId
  times: Times
  /** Phone numbers taken by staff. */
  staffPhones: number
}

const ADULT = 16
const PARTY_AGE = 18
const PARTY_SHARE = 0.08
/** Share of residents of age who have opened the program. */
const USER_SHARE: Record<Scale, number> = { demo: 0.85, full: 0.7 }
const WORKER_PARTY_SHARE = 0.3
const WORKER_AGES = { least: 28, most: 58 }
const YEAR_DAYS = 365

/** One grid: its worker and group, its households and whoever of them uses the program. */
export function addGrid(rows: Rows, plan: GridPlan, context: GridContext): void {
  const { seed, ids, times } = context
  const areaCode = plan.grid.code
  const random = createRandom(seed, `grid:${areaCode}`)
  const workerHome = random.between(0, plan.sizes.length - 1)
  const workerId = ids('user', areaCode, 0)
  let residents = 0
  let users = 0
  plan.sizes.forEach((size, index) => {
    const householdId = ids('household', areaCode, index)
    rows.households.push({
      id: householdId,
      areaCode,
      door: doorOf(plan.villageName, plan.firstDoor + index),
    })
    const isWorkers = index === workerHome
    const head = isWorkers ? { age: random.between(WORKER_AGES.least, WORKER_AGES.most) } : {}
    drawFamily(random, size, times.now, head).forEach((person, place) => {
      const phone = phoneOf(context.staffPhones + plan.firstResident + residents)
      let userId: string | null = null
      if (isWorkers && place === 0) {
        userId = workerId
        addWorker(rows, areaCode, person, phone, random, context)
      } else if (person.age >= ADULT && random.chance(USER_SHARE[context.scale])) {
        users += 1
        userId = ids('user', areaCode, users)
        addUser(rows, areaCode, { person, phone, userId, n: users }, random, context)
      }
      rows.residents.push({
        id: ids('resident', areaCode, residents),
        householdId,
        areaCode,
        userId,
        name: person.name,
        sex: person.sex,
        bornOn: person.bornOn,
        head: place === 0,
      })
      residents += 1
    })
  })
  const boundAt = new Date(times.start.getTime() + DAY_MS)
  rows.gridGroups.push({ opengid: groupOf(areaCode), areaCode, boundBy: workerId, boundAt })
}

/** The WeChat group of a grid. */
export function groupOf(gridCode: string): string {
  return `demo-group-${gridCode}`
}

function addWorker(
  rows: Rows,
  areaCode: string,
  { name }: Person,
  phone: string,
  random: Random,
  { ids, times }: GridContext,
): void {
  const id = ids('user', areaCode, 0)
  const givenBy = secretaryId(ids, areaCode)
  const partyMember = random.chance(WORKER_PARTY_SHARE)
  const createdAt = beforeStart(times)
  rows.users.push({ id, openid: `demo-worker-${areaCode}`, name, phone, partyMember, createdAt })
  rows.assignments.push(
    assignmentOf(
      {
        id: ids('assignment', areaCode, 0),
        userId: id,
        role: 'grid_worker',
        areaCode,
        departmentCode: null,
        givenBy,
      },
      times,
    ),
  )
  rows.memberships.push({
    id: ids('membership', areaCode, 0),
    userId: id,
    areaCode,
    assurance: 'worker',
    since: times.start,
    until: null,
    setBy: givenBy,
  })
  rows.gridSettings.push({ areaCode, dutyPhone: phone, channel: 'share' })
}

function addUser(
  rows: Rows,
  areaCode: string,
  { person, phone, userId, n }: { person: Person; phone: string; userId: string; n: number },
  random: Random,
  { ids, times }: GridContext,
): void {
  const partyMember = person.age >= PARTY_AGE && random.chance(PARTY_SHARE)
  const assurance = drawAssurance(random)
  // After the group was bound, before today.
  const since = new Date(times.start.getTime() + random.between(2, YEAR_DAYS - 1) * DAY_MS)
  rows.users.push({
    id: userId,
    openid: `demo-r-${areaCode}-${n}`,
    name: person.name,
    phone,
    partyMember,
    createdAt: since,
  })
  rows.memberships.push({
    id: ids('membership', areaCode, n),
    userId,
    areaCode,
    assurance,
    since,
    until: null,
    setBy: { group: null, self: userId, worker: ids('user', areaCode, 0) }[assurance],
  })
}

/** Most come through their group; some are known to the worker; a few only say so themselves. */
function drawAssurance(random: Random): Assurance {
  const drawn = random.next()
  if (drawn < 0.75) {
    return 'group'
  }
  return drawn < 0.9 ? 'worker' : 'self'
}
