import type { District, Person } from '../../support/district'
import { openDistrict } from '../../support/district'

export interface Scene {
  district: District
  grid: string
  member: Person
  neighbour: Person
  stranger: Person
  village: Person
  otherVillage: Person
  town: Person
  /** A post of the village. */
  postId: string
}
let posts = 0
export const ORGANISATION = '区水务局机关党支部'

/** A post of the village that no other test offers. */
export const offerPost = async (village: Person) =>
  (await village.call('party.offerPost', { name: `义务巡查${(posts += 1)}`, line: '汛期看水', shown: true }))
    .id

export async function openScene(open?: District): Promise<Scene> {
  const district = open ?? (await openDistrict())
  const grid = district.newGrid()
  const elsewhere = district.newGrid('otherVillage')
  const village = await district.staff('village_secretary', grid.slice(0, 12))
  return {
    district,
    grid,
    member: await district.resident(grid, { name: '周测试' }),
    neighbour: await district.resident(grid, { name: '吴测试' }),
    stranger: await district.resident(elsewhere),
    village,
    otherVillage: await district.staff('village_secretary', elsewhere.slice(0, 12)),
    town: await district.staff('town_officer', grid.slice(0, 9)),
    postId: await offerPost(village),
  }
}

export const checkIn = ({ member, postId }: Scene, organisation = ORGANISATION) =>
  member.call('party.checkIn', { organisation, postIds: [postId] })
