import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.reopen', () => {
  let scene: Scene
  let id: string
  const reason = '亮了一晚上又灭了'
  const day = 86_400_000

  beforeEach(async () => {
    scene = await openScene()
    id = (await scene.resident.call('appeal.submit', LAMP)).id
    await scene.worker.call('appeal.answer', { id, words: '换了新灯头' })
  })
  afterEach(() => scene.district.close())

  const close = () => scene.resident.call('appeal.rate', { id, outcome: 'solved', satisfaction: 'satisfied' })

  it('takes a handled case up again at the level above, with a new term, and tells it once', async () => {
    scene.district.clock.advance(3_600_000)
    const before = await scene.resident.call('appeal.info', { id })
    const again = await scene.resident.call('appeal.reopen', { id, reason })
    expect(again).toMatchObject({ status: 'reopened', level: 'village' })
    expect(again.steps.at(-1)).toMatchObject({ action: 'appeal.reopen', words: reason, by: '您' })
    expect(Date.parse(again.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
    expect(again.handledAt).toBeUndefined()
    expect((await eventsAbout(scene.district.db, id)).slice(1)).toEqual(['appeal.reopened'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.reopened')
  })

  it('takes a closed case up again until the last day, and not after it', async () => {
    await close()
    scene.district.clock.advance(15 * day - 60_000)
    expect((await scene.resident.call('appeal.info', { id })).can).toEqual(['appeal.reopen'])
    scene.district.clock.advance(120_000)
    expect((await scene.resident.call('appeal.info', { id })).can).toEqual([])
    expect(await scene.resident.refused('appeal.reopen', { id, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'reopen_too_late',
      message: '办结超过15天了,有新情况请重新提一件',
    })
  })

  it('is possible twice; after that the resident is told whom to call', async () => {
    await scene.resident.call('appeal.reopen', { id, reason })
    await scene.village.call('appeal.answer', { id, words: '村里看过了' })
    await scene.resident.call('appeal.reopen', { id, reason })
    await scene.town.call('appeal.answer', { id, words: '镇里看过了' })
    expect((await scene.resident.call('appeal.info', { id })).can).not.toContain('appeal.reopen')
    expect(await scene.resident.refused('appeal.reopen', { id, reason })).toMatchObject({
      code: 'LIMIT_REACHED',
      reason: 'reopen_limit',
      message: '已经重新办过2次了,请直接联系镇里或拨打12345',
    })
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.resident.call('appeal.reopen', { id, reason })
    const again = await scene.resident.call('appeal.reopen', { id, reason })
    expect(again).toMatchObject({ status: 'reopened', level: 'village' })
    expect((await eventsAbout(scene.district.db, id)).slice(1)).toEqual(['appeal.reopened'])
  })

  it('has happened already for who has just rated the case unsolved', async () => {
    await scene.resident.call('appeal.rate', { id, outcome: 'unsolved', satisfaction: 'dissatisfied' })
    const again = await scene.resident.call('appeal.reopen', { id, reason })
    expect(again).toMatchObject({ status: 'reopened', level: 'village' })
    expect((await eventsAbout(scene.district.db, id)).slice(1)).toEqual(['appeal.rated'])
  })

  it('gives equal answers for one key', async () => {
    const key = `reopen-${id}`
    const first = await scene.resident.call('appeal.reopen', { id, reason }, { key })
    expect(await scene.resident.call('appeal.reopen', { id, reason }, { key })).toEqual(first)
  })

  it('needs a reason of at most 200 characters', async () => {
    expect(await scene.resident.refused('appeal.reopen', { id })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '请填写原因' },
    })
    expect(await scene.resident.refused('appeal.reopen', { id, reason: '长'.repeat(201) })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '原因最多200个字,请短一些' },
    })
  })

  it('belongs to who asked alone', async () => {
    expect(await scene.neighbour.refused('appeal.reopen', { id, reason })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await scene.worker.refused('appeal.reopen', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    const stranger = scene.district.stranger()
    expect(await stranger.refused('appeal.reopen', { id, reason })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.resident.refused('appeal.reopen', { id: NO_ID, reason })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('comes too early for a case that is still open', async () => {
    const open = await scene.resident.call('appeal.submit', LAMP)
    expect(await scene.resident.refused('appeal.reopen', { id: open.id, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
