import type { Input } from '~/types/api'
import { openDistrict, type District, type Person } from '../../support/district'

/** What residents say in these tests. */
export const LAMP = { text: '村东头路灯坏了三天,晚上看不见路', urgency: 'today' } as const

export interface Scene {
  district: District
  grid: string
  resident: Person
  /** Lives in the same grid. */
  neighbour: Person
  worker: Person
  /** Works another grid of the same village. */
  otherWorker: Person
  village: Person
  town: Person
  /** Decides in the district. */
  leader: Person
  /** Officers of two departments. */
  power: Person
  water: Person
  /** A new case of the resident; returns its id. */
  submit(input?: Partial<Input<'appeal.submit'>>): Promise<string>
  /** One that the worker has taken. */
  taken(input?: Partial<Input<'appeal.submit'>>): Promise<string>
  /** One that the town has given to the department of power. */
  dispatched(): Promise<string>
}

/** What the worker says when the work is done. */
export const DONE = { words: '换了新灯头', withoutPicture: '没有能拍的东西' } as const

/** One grid with its people, and the levels above it. */
export async function openScene(): Promise<Scene> {
  const district = await openDistrict()
  const grid = district.newGrid()
  const whole = grid.slice(0, 6)
  const officer = (departmentCode: string) => district.staff('department_officer', whole, { departmentCode })
  const resident = await district.resident(grid, { name: '钱测试', phone: '19900001234' })
  const worker = await district.staff('grid_worker', grid)
  const town = await district.staff('town_officer', grid.slice(0, 9))
  const submit: Scene['submit'] = async (input) =>
    (await resident.call('appeal.submit', { ...LAMP, ...input })).id
  return {
    district,
    grid,
    resident,
    neighbour: await district.resident(grid),
    worker,
    otherWorker: await district.staff('grid_worker', district.newGrid()),
    village: await district.staff('village_secretary', grid.slice(0, 12)),
    town,
    leader: await district.staff('district_officer', whole),
    power: await officer('power'),
    water: await officer('water'),
    submit,
    async taken(input) {
      const id = await submit(input)
      await worker.call('appeal.accept', { id })
      return id
    },
    async dispatched() {
      const id = await submit()
      await town.call('appeal.dispatch', { id, department: 'power', words: '请去看看' })
      return id
    },
  }
}
