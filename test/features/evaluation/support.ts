import type { District, Person } from '../../support/district'

/** The town of a grid with who evaluates it, and the secretary of its village. */
export interface Cast {
  grid: string
  village: string
  town: Person
  secretary: Person
  neighbour: Person
}

export async function newCast(district: District): Promise<Cast> {
  const grid = district.newGrid()
  return {
    grid,
    village: grid.slice(0, 12),
    town: await district.staff('town_officer', grid.slice(0, 9)),
    secretary: await district.staff('village_secretary', grid.slice(0, 12)),
    neighbour: await district.resident(grid),
  }
}

/** One case of the village, handled in time, so that the village has a number. */
export async function oneCase(district: District, { grid, town, neighbour }: Cast): Promise<void> {
  const { id } = await neighbour.call('appeal.submit', {
    areaCode: grid,
    text: '路灯不亮了',
    category: 'facility',
    urgency: 'soon',
    nameShown: false,
    private: false,
  })
  await town.call('appeal.accept', { id })
  await town.call('appeal.finish', { id, words: '修好了', withoutPicture: '没有能拍的' })
  await neighbour.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'very_satisfied', words: '' })
  district.clock.advance(1000)
}
