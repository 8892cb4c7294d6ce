import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { LAMP, openScene, type Scene } from './support'

describe('appeal.answer', () => {
  let scene: Scene
  let id: string
  const words = '电工明天上午来换灯'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = (await scene.resident.call('appeal.submit', LAMP)).id
  })
  afterAll(() => scene.district.close())

  it('settles a case with words alone, even one that nobody took first', async () => {
    const answered = await scene.worker.call('appeal.answer', { id, words })
    expect(answered).toMatchObject({ status: 'answered', relation: 'staff' })
    expect(answered.handledAt).toBeDefined()
    expect(answered.steps.at(-1)).toMatchObject({ action: 'appeal.answer', words })
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.answered'])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['appeal.submitted', 'appeal.answered'])
  })

  it('leaves the next word to who asked', async () => {
    await scene.worker.call('appeal.answer', { id, words })
    const { can } = await scene.resident.call('appeal.info', { id })
    expect(can).toEqual(['appeal.rate', 'appeal.reopen', 'appeal.supplement'])
  })

  it('answers a repeated act with the current case and tells nothing twice', async () => {
    await scene.worker.call('appeal.answer', { id, words })
    const again = await scene.worker.call('appeal.answer', { id, words: '又说一遍' })
    expect(again.steps.at(-1)?.words).toBe(words)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.answered'])
  })

  it('gives equal answers for one key', async () => {
    const key = `answer-${id}`
    const first = await scene.worker.call('appeal.answer', { id, words }, { key })
    expect(await scene.worker.call('appeal.answer', { id, words }, { key })).toEqual(first)
  })

  it('needs words of 1 to 500 characters, where blanks and hidden characters count for nothing', async () => {
    const empty = { code: 'INVALID', message: '请填写答复', fields: { words: '请填写答复' } }
    expect(await scene.worker.refused('appeal.answer', { id })).toMatchObject(empty)
    expect(await scene.worker.refused('appeal.answer', { id, words: ' \u202e\n ' })).toMatchObject(empty)
    expect(await scene.worker.refused('appeal.answer', { id, words: '长'.repeat(501) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '答复最多500个字,请短一些' },
    })
    const longest = '😀'.repeat(500)
    const answered = await scene.worker.call('appeal.answer', { id, words: longest })
    expect(answered.steps.at(-1)?.words).toBe(longest)
  })

  it('does not exist outside the grid', async () => {
    expect(await scene.otherWorker.refused('appeal.answer', { id, words })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await scene.worker.refused('appeal.answer', { id: NO_ID, words })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is refused to who asked and to the grid once the town holds the case', async () => {
    expect(await scene.resident.refused('appeal.answer', { id, words })).toMatchObject({ code: 'FORBIDDEN' })
    await scene.worker.call('appeal.escalate', { id, to: 'town', reason: '要镇里派车' })
    expect(await scene.worker.refused('appeal.answer', { id, words })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is possible once: a colleague who comes later is told that things have moved on', async () => {
    const colleague = await scene.district.staff('grid_worker', scene.grid)
    await scene.worker.call('appeal.answer', { id, words })
    expect(await colleague.refused('appeal.answer', { id, words })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
      message: '这件事的进展已经变了,请刷新看看',
    })
  })
})
