import { eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.escalate', () => {
  let scene: Scene
  let id: string
  const reason = '要动主线路'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
  })
  afterAll(() => scene.district.close())

  it('sends the case up with its reason, out of the hands of who had it', async () => {
    const up = await scene.worker.call('appeal.escalate', { id, to: 'village', reason })
    expect(up).toMatchObject({ status: 'escalated', level: 'village', can: [] })
    expect(up.steps.at(-1)).toMatchObject({ action: 'appeal.escalate', words: reason })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.escalated'])
    const row = await scene.district.db
      .selectFrom('appeal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ holderCode: scene.village.areaCode, handlerId: null })
  })

  it('keeps the term: sending it up wins no time', async () => {
    const before = await scene.worker.call('appeal.accept', { id })
    const after = await scene.worker.call('appeal.escalate', { id, to: 'town', reason })
    expect(after.dueAt).toBe(before.dueAt)
  })

  it('goes on from the village to the town', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'village', reason })
    const up = await scene.village.call('appeal.escalate', { id, to: 'town', reason })
    expect(up).toMatchObject({ status: 'escalated', level: 'town' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.escalated', 'appeal.escalated'])
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'village', reason })
    const again = await scene.worker.call('appeal.escalate', { id, to: 'village', reason })
    expect(again).toMatchObject({ status: 'escalated', level: 'village' })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.escalated'])
  })

  it('is over for the grid once the village holds it: only the village sends it further', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'village', reason })
    expect(await scene.worker.refused('appeal.escalate', { id, to: 'town', reason })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('never goes down or sideways', async () => {
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason })
    expect(await scene.town.refused('appeal.escalate', { id, to: 'village', reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_upward',
    })
    expect(await scene.town.refused('appeal.escalate', { id, to: 'town', reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_upward',
      message: '这件事已经在镇里了',
    })
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await scene.worker.refused('appeal.escalate', { id, to: 'district', reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { to: '请选择报给村里还是镇里', reason: '请填写上报原因' },
    })
  })

  it('gives equal answers for one key', async () => {
    const key = `escalate-${id}`
    const input = { id, to: 'village' as const, reason }
    const first = await scene.worker.call('appeal.escalate', input, { key })
    expect(await scene.worker.call('appeal.escalate', input, { key })).toEqual(first)
  })

  it('does not exist outside the grid and is refused to who asked', async () => {
    const input = { id, to: 'village', reason }
    expect(await scene.otherWorker.refused('appeal.escalate', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.worker.refused('appeal.escalate', { ...input, id: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.resident.refused('appeal.escalate', input)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('comes too late for a case that is handled', async () => {
    await scene.worker.call('appeal.answer', { id, words: '明天电工来修' })
    expect(await scene.worker.refused('appeal.escalate', { id, to: 'town', reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
