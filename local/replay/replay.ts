import { shanghaiDay } from '~/cloudfunctions/core/clock'
import { conflict } from '~/cloudfunctions/core/errors'
import type { Action, Input, Output } from '~/types/api'
import type { MapPoint } from '~/types/missing'
import { kilometresBetween } from '../areas/distance'
import type { District } from '../host/district'
import { firstGrid } from '../host/grids'
import { cloudContext } from '../host/invoke'
import { listPeople } from '../host/people'
import type { ReplayView } from '../host/views'
import { STORY, type Cast, type Stage } from './story'
import { listTold } from './told'

const MINUTE_MS = 60_000
/** How far away he is seen, in kilometres. */
const SEEN_KM = 5
/** Most runs of the timers after a step: a ring may be told in several batches. */
const RUNS = 8

export interface Replay {
  view(): Promise<ReplayView>
  /** Goes one step on, with the district's clock; from the beginning, on the next day, once it is over. */
  next(): Promise<ReplayView>
}

/** Plays the story from noon to five with the functions of production; only the clock is moved. */
export function createReplay(district: District): Replay {
  const { db, clock, timers } = district
  let stage: Stage | undefined
  let done = 0
  let round = 0
  let last: Promise<unknown> = Promise.resolve()

  async function call<A extends Action>(openid: string, action: A, input: Input<A>): Promise<Output<A>> {
    const reply = await district.api({ action, input, key: crypto.randomUUID() }, cloudContext(openid))
    if (!reply.ok) {
      throw conflict('replay', `演到“${STORY[done]?.words ?? ''}”时没有成功:${reply.error.message}`)
    }
    return reply.data
  }

  async function begin(): Promise<Stage> {
    const day = nextNoon(clock.now())
    round += 1
    const cast = await castOf(district, round)
    const at = (time: string) => new Date(Date.parse(`${day}T${time}:00+08:00`)).toISOString()
    return { cast, id: '', at, call }
  }

  async function go(): Promise<void> {
    if (stage === undefined || done === STORY.length) {
      stage = await begin()
      done = 0
    }
    const step = STORY[done]
    const wait = Date.parse(stage.at(step?.at ?? '')) - clock.now().getTime()
    if (wait > 0) {
      clock.advance(wait)
    }
    await step?.act?.(stage)
    done += 1
    for (let run = 0; run < RUNS; run += 1) {
      await timers.runOnce()
    }
  }

  async function view(): Promise<ReplayView> {
    const search = stage === undefined || stage.id === '' ? undefined : await read(stage)
    const told = stage === undefined || stage.id === '' ? [] : await listTold(db, stage.id)
    const from = search?.centre ?? told[0]
    return {
      now: clock.now().toISOString(),
      steps: STORY.map(({ at, words }, n) => ({ at, words, done: n < done })),
      id: stage?.id ?? '',
      circles: [],
      sightings: [],
      told: told.map((grid) => ({ ...grid, km: from === undefined ? 0 : kilometresBetween(from, grid) })),
      ...search,
    }
  }

  /** The map as the lead sees it; once it is over there is none. */
  async function read({ cast, id }: Stage): Promise<Partial<ReplayView>> {
    const { map, sightings, counts } = await call(cast.worker, 'missing.info', { id })
    return {
      counts,
      sightings: sightings.map(({ point }) => point),
      ...(map !== null && { centre: map.centre, circles: map.circles }),
    }
  }

  return {
    view,
    next() {
      const step = last.then(go, go).then(view)
      last = step.catch(() => undefined)
      return step
    },
  }
}

/** The day whose noon is still to come, in Shanghai, as YYYY-MM-DD. */
function nextNoon(now: Date): string {
  const noon = Date.parse(`${shanghaiDay(now)}T12:00:00+08:00`)
  return shanghaiDay(now.getTime() < noon - MINUTE_MS ? now : new Date(now.getTime() + 86_400_000))
}

/** People of the showcase, others each time, and the worker of a grid some kilometres away. */
async function castOf({ db, clock }: District, round: number): Promise<Cast> {
  const grid = (await firstGrid(db)) ?? ''
  const now = clock.now()
  const residents = await listPeople(db, now, { role: 'resident', area: grid, limit: 40 })
  const family = residents[(2 * round) % residents.length]
  const neighbour = residents[(2 * round + 1) % residents.length]
  const [worker] = await listPeople(db, now, { role: 'grid_worker', area: grid, limit: 1 })
  const seenIn = await gridAway(db, grid)
  const [witness] = await listPeople(db, now, { role: 'grid_worker', area: seenIn, limit: 1 })
  if (family === undefined || neighbour === undefined || worker === undefined || witness === undefined) {
    throw conflict('replay', '这里没有人可以演,请换一个数据目录再启动')
  }
  return {
    ...{ family: family.openid, neighbour: neighbour.openid, worker: worker.openid },
    ...{ witness: witness.openid, seenIn },
  }
}

async function gridAway(db: District['db'], from: string): Promise<string> {
  const grids = await db
    .selectFrom('area')
    .select(['code', 'latitude', 'longitude'])
    .where('level', '=', 'grid')
    .execute()
  const home = grids.find(({ code }) => code === from) as MapPoint
  const off = (point: MapPoint) => Math.abs(kilometresBetween(home, point) - SEEN_KM)
  return grids.reduce((best, grid) => (off(grid) < off(best) ? grid : best), grids[0] as (typeof grids)[0])
    .code
}
