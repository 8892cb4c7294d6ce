import { deliverBroadcasts } from '~/cloudfunctions/features/broadcast/timers'
import { randomUUID } from 'node:crypto'
import { onServer } from '../../support/db'
import { openDistrict, type District } from '../../support/district'
import {
  at,
  openSearches,
  report,
  searchFor,
  takeSearchers,
  toldOf,
  toldUnder,
  type Searchers,
} from '../../support/searches'
import { silentLog } from '~/cloudfunctions/core/log'
import { createSecrets } from '~/cloudfunctions/core/crypto'

const MINUTE = 60_000

describe('missing.found and missing.cancel', () => {
  let district: District
  let people: Searchers
  let restore: () => Promise<void>
  beforeAll(async () => {
    district = await openDistrict()
    ;({ restore } = await openSearches(district))
  })
  beforeEach(async () => {
    people = await takeSearchers(district)
  })
  afterAll(async () => {
    await restore()
    await district.close()
  })

  const endingsOf = (id: string) =>
    district.db
      .selectFrom('feedItem')
      .selectAll()
      .where('eventKey', '=', `missing:${id}:ended`)
      .orderBy('id')
      .execute()
  const cardsOf = (key: string) =>
    district.db.selectFrom('delivery').selectAll().where('eventKey', '=', key).orderBy('areaCode').execute()
  const openWide = async () => {
    const id = await searchFor(district, people)
    district.clock.advance(31 * MINUTE)
    await district.runJobs()
    return id
  }

  it('one tap ends it: what was told is taken back, and every grid that was told hears of it once', async () => {
    const id = await openWide()
    const told = await toldOf(district.db, id)
    expect(told.length).toBeGreaterThanOrEqual(5)
    const seen = await people.family.call('missing.found', { id, finding: 'found_safe' })
    expect(seen).toMatchObject({ status: 'found_safe', map: null, sightings: [], searching: [] })
    expect(await toldOf(district.db, id)).toEqual([])
    await Promise.all([district.runJobs(), district.runJobs()])
    await district.runJobs()
    const ended = await endingsOf(id)
    expect((await toldUnder(district.db, `missing:${id}:ended`)).sort()).toEqual([...told].sort())
    expect(ended[0]).toMatchObject({ title: '爱心寻人', label: '已找到', tone: 'good', pictureId: null })
    district.clock.advance(3 * 60 * MINUTE)
    await district.runJobs()
    expect(await endingsOf(id)).toHaveLength(told.length)
    expect(await toldOf(district.db, id)).toEqual([])
  })

  it('found while a ring is being sent: what waits is never sent, what was sent is taken back exactly once', async () => {
    const id = await searchFor(district, people)
    await district.runJobs()
    const told = await toldOf(district.db, id)
    expect(told).toEqual([at(1, 1, 1), at(1, 1, 2)])
    // The third ring is queued, and the timer that would carry it out has not run.
    district.clock.advance(31 * MINUTE)
    await people.worker.call('missing.extend', { id })
    const waiting = () =>
      district.db
        .selectFrom('broadcastGrid')
        .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
        .select('broadcastGrid.state')
        .where('broadcast.key', '=', `missing:${id}`)
        .where('broadcastGrid.state', '<>', 'told')
        .execute()
    expect((await waiting()).map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
    await people.worker.call('missing.found', { id, finding: 'found_safe' })
    expect((await waiting()).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped'])
    for (const minutes of [0, 1, 15, 60]) {
      district.clock.advance(minutes * MINUTE)
      await Promise.all([district.runJobs(), district.runJobs()])
    }
    expect(await toldOf(district.db, id)).toEqual([])
    expect((await toldUnder(district.db, `missing:${id}:ended`)).sort()).toEqual([...told].sort())
  })

  const race = onServer ? it : it.skip
  race(
    'found at the very moment of sending, forty times: told and taken back are the same grids',
    async () => {
      const deps = {
        ...district,
        log: silentLog,
        secrets: createSecrets(Buffer.alloc(32, 7).toString('base64')),
      }
      for (let round = 0; round < 40; round += 1) {
        people = await takeSearchers(district)
        const id = await searchFor(district, people, { travel: 'bus' })
        await Promise.all([
          deliverBroadcasts(deps, randomUUID),
          people.worker.call('missing.found', { id, finding: 'found_safe' }),
          deliverBroadcasts(deps, randomUUID),
        ])
        await district.runJobs()
        const grids = await district.db
          .selectFrom('broadcastGrid')
          .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
          .select(['broadcastGrid.areaCode', 'broadcastGrid.state'])
          .where('broadcast.key', '=', `missing:${id}`)
          .execute()
        const told = grids.filter(({ state }) => state === 'told').map(({ areaCode }) => areaCode)
        expect(grids).toHaveLength(8)
        expect(grids.filter(({ state }) => state === 'pending')).toEqual([])
        expect(await toldOf(district.db, id)).toEqual([])
        expect((await endingsOf(id)).map(({ areaCode }) => areaCode).sort()).toEqual(told.sort())
      }
    },
  )

  it('a card that nobody shared is withdrawn; a group that saw the card gets the end as a card', async () => {
    const workers = await Promise.all([1, 2].map((n) => district.staff('grid_worker', at(1, 1, n))))
    for (const [n, worker] of workers.entries()) {
      await district.group(at(1, 1, n + 1), worker)
    }
    const id = await searchFor(district, people)
    await district.runJobs()
    const [shared, waiting] = await cardsOf(`missing:${id}`)
    await workers[0]?.call('delivery.markShared', { id: shared?.id ?? '' })
    await people.worker.call('missing.found', { id, finding: 'found_safe' })
    await district.runJobs()
    expect((await cardsOf(`missing:${id}`)).map(({ state }) => state)).toEqual(['shared', 'dead'])
    expect((await cardsOf(`missing:${id}:ended`)).map(({ areaCode }) => areaCode)).toEqual([at(1, 1, 1)])
    expect(await workers[1]?.call('delivery.markShared', { id: waiting?.id ?? '' })).toMatchObject({
      state: 'dead',
    })
    await district.db.deleteFrom('gridGroup').where('areaCode', 'like', '990002%').execute()
  })

  it('has quiet words when the end is a sad one, and others when it was none', async () => {
    const labelOf = async (end: (id: string) => Promise<unknown>) => {
      const id = await searchFor(district, people)
      await district.runJobs()
      await end(id)
      await district.runJobs()
      const [item] = await endingsOf(id)
      return [item?.label, item?.tone, item?.body]
    }
    expect(await labelOf((id) => people.worker.call('missing.found', { id, finding: 'found_dead' }))).toEqual(
      ['已结束', 'neutral', '寻找已经结束。谢谢每一位帮忙的邻居,请不要再转发,也请给家人一些安静'],
    )
    people = await takeSearchers(district)
    expect(await labelOf((id) => people.family.call('missing.cancel', { id, reason: '在亲戚家' }))).toEqual([
      '已撤回',
      'neutral',
      '这条寻人不用再找了,已经撤回。谢谢大家',
    ])
  })

  it('the reason of a false alarm is kept for those who lead and for the family', async () => {
    const id = await searchFor(district, people)
    expect((await people.family.refused('missing.cancel', { id, reason: '' })).fields).toEqual({
      reason: '请填写撤回的原因',
    })
    await people.family.call('missing.cancel', { id, reason: '在亲戚家' })
    const words = async (who: Searchers[keyof Searchers]) =>
      (await who.call('missing.info', { id })).steps.map((step) => step.words)
    expect(await words(people.worker)).toContain('在亲戚家')
    expect(await words(people.neighbour)).toEqual([])
  })

  it('is for the family and those who lead; again changes nothing; another end comes too late', async () => {
    const id = await searchFor(district, people)
    const found = { id, finding: 'found_safe' } as const
    expect(await people.neighbour.refused('missing.found', found)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await people.worker.refused('missing.found', { id })).fields).toEqual({
      finding: '请选找到时怎么样',
    })
    const first = await people.family.call('missing.found', found)
    expect((await people.family.call('missing.found', found)).endedAt).toBe(first.endedAt)
    const other = { id, finding: 'found_dead' } as const
    for (const who of [people.family, people.worker]) {
      expect(await who.refused('missing.found', other)).toMatchObject({
        code: 'CONFLICT',
        reason: 'wrong_status',
      })
    }
  })

  it('tells nobody of the end of a report that nobody was told of', async () => {
    const { id } = await people.family.call('missing.report', report(district))
    await people.family.call('missing.found', { id, finding: 'found_safe' })
    await district.runJobs()
    expect(await endingsOf(id)).toEqual([])
    expect(await people.neighbour.refused('missing.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
