import type { Input } from '~/types/api'
import type { District, Person } from './district'

const DAY_MS = 86_400_000

/** An evaluation of the town of a grid, over the last month. */
export function evaluationInput(
  { clock }: Pick<District, 'clock'>,
  code: string,
  more: Partial<Input<'evaluation.create'>> = {},
): Input<'evaluation.create'> {
  const now = clock.now().getTime()
  return {
    areaCode: code.slice(0, 9),
    title: '村党组织评价',
    from: new Date(now - 30 * DAY_MS).toISOString(),
    to: new Date(now).toISOString(),
    ...more,
  }
}

/** One that villages may object to; the maker's area is evaluated. */
export async function computed(
  district: Pick<District, 'clock'>,
  maker: Person,
  more: Partial<Input<'evaluation.create'>> = {},
): Promise<string> {
  const held = maker.areaCode
  const { id } = await maker.call('evaluation.create', evaluationInput(district, held, more))
  await maker.call('evaluation.compute', { id })
  return id
}

/** The time for objections is over for this one, without the clock of everything else. */
export async function endObjections(
  { db, clock }: Pick<District, 'db' | 'clock'>,
  id: string,
): Promise<void> {
  await db.updateTable('evaluation').set({ objectionsUntil: clock.now() }).where('id', '=', id).execute()
}

export async function frozen(district: Pick<District, 'db' | 'clock'>, maker: Person): Promise<string> {
  const id = await computed(district, maker)
  await endObjections(district, id)
  await maker.call('evaluation.freeze', { id })
  return id
}

export async function published(district: Pick<District, 'db' | 'clock'>, maker: Person): Promise<string> {
  const id = await frozen(district, maker)
  await maker.call('evaluation.publish', { id })
  return id
}
