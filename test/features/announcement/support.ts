import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import { villageCode } from '../../support/areas'
import { openDistrict, type District, type Person } from '../../support/district'

const DAY_MS = 86_400_000
type Made = Input<'announcement.create'>

/** Two grids of a village, with those who look after it. */
export interface Place {
  grid: string
  other: string
  village: string
  worker: Person
  secretary: Person
  officer: Person
  neighbour: Person
}

/** A village of which no grid is given to other tests: for what is told to a whole village. */
const WIDE = villageCode(2, 2)

export async function openPlace(district: District, where: 'quiet' | 'wide' = 'quiet'): Promise<Place> {
  const take = () =>
    where === 'wide' ? `${WIDE}${district.newGrid().slice(-3)}` : district.newGrid('otherTown')
  const [grid, other] = [take(), take()]
  const village = grid.slice(0, 12)
  return {
    grid,
    other,
    village,
    worker: await district.staff('grid_worker', grid),
    secretary: await district.staff('village_secretary', village),
    officer: await district.staff('town_officer', grid.slice(0, 9)),
    neighbour: await district.resident(grid, { name: '周测试' }),
  }
}

export const inDays = (district: District, days: number) =>
  new Date(district.clock.now().getTime() + days * DAY_MS).toISOString()

export const draft = (district: District, areaCode: string, more: Partial<Made> = {}): Made => ({
  areaCode,
  audience: 'everyone',
  urgency: 'ordinary',
  title: '明天停水',
  words: '明天上午八点到十点停水,请提前接好水。',
  answer: 'received',
  expiresAt: inDays(district, 3),
  ...more,
})

export const write = (district: District, by: Person, areaCode: string, more: Partial<Made> = {}) =>
  by.call('announcement.create', draft(district, areaCode, more))

/** Written, looked at by `second` where one is needed, and out. */
export async function publish(
  district: District,
  by: Person,
  areaCode: string,
  { second, ...more }: Partial<Made> & { second?: Person } = {},
): Promise<AnnouncementView> {
  const { id } = await write(district, by, areaCode, more)
  await second?.call('announcement.approve', { id, approved: true })
  return by.call('announcement.publish', { id })
}

export const feedOf = (district: District, areaCode: string) =>
  district.db
    .selectFrom('feedItem')
    .select(['title', 'label', 'tone', 'body'])
    .where('areaCode', '=', areaCode)
    .orderBy('at')
    .execute()

export const noticesOf = async (person: Person) => (await person.call('notice.list', {})).items

export { openDistrict }
export type { District, Person }
