import { randomUUID } from 'node:crypto'
import type { AwardView, ManualPointsRule } from '~/types/points'
import { openDistrict, type District, type Person } from '../../support/district'

export const DAY = 86_400_000

export interface Scene {
  district: District
  grid: string
  /** Gets the points. */
  person: Person
  /** Lives in the same grid. */
  neighbour: Person
  /** Lives in another village of the town. */
  stranger: Person
  worker: Person
  otherWorker: Person
  village: Person
  town: Person
}

/** Ten in the morning, here, of the fifth of the next month: no test crosses a day or a month unless it means to. */
function settleClock({ clock }: District): void {
  const now = clock.now()
  const fifth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 5, 2)
  clock.advance(fifth - now.getTime())
}

async function openSettled(): Promise<District> {
  const district = await openDistrict()
  settleClock(district)
  return district
}

/** One grid with its people, and the levels above it. */
export async function openScene(district?: District): Promise<Scene> {
  const at = district ?? (await openSettled())
  const grid = at.newGrid()
  return {
    district: at,
    grid,
    person: await at.resident(grid, { name: '钱测试' }),
    neighbour: await at.resident(grid, { name: '孙测试' }),
    stranger: await at.resident(at.newGrid('otherVillage')),
    worker: await at.staff('grid_worker', grid),
    otherWorker: await at.staff('grid_worker', at.newGrid('otherVillage')),
    village: await at.staff('village_secretary', grid.slice(0, 12)),
    town: await at.staff('town_officer', grid.slice(0, 9)),
  }
}

/** A proposal for the person; three points by default, which need no second person. */
export function propose(
  { worker }: Pick<Scene, 'worker'>,
  { userId }: Person,
  rule: ManualPointsRule = 'clean_up',
): Promise<AwardView> {
  return worker.call('points.propose', { requestId: randomUUID(), userId, rule, words: '扫了村口的路' })
}

/** Lets the publication of one award end, and the clock credit it. */
export async function endPublication({ district }: Pick<Scene, 'district'>, id: string): Promise<void> {
  const publishedUntil = district.clock.now()
  await district.db.updateTable('pointsAward').set({ publishedUntil }).where('id', '=', id).execute()
  await district.runJobs()
}

/** Puts people into one household of the grid's ledger. */
export async function makeHousehold(district: District, grid: string, people: Person[]): Promise<string> {
  const id = randomUUID()
  await district.db
    .insertInto('household')
    .values({ id, areaCode: grid, door: id.slice(0, 8) })
    .execute()
  for (const { userId } of people) {
    await district.db
      .insertInto('resident')
      .values({
        id: randomUUID(),
        householdId: id,
        areaCode: grid,
        userId,
        name: '钱测试',
        sex: 'female',
        bornOn: '1980-01-01',
      })
      .execute()
  }
  return id
}

export const balanceOf = async (person: Person) => (await person.call('points.account', {})).balance
