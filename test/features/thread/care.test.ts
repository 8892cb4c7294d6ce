import { auditsAbout, NO_ID } from '../../support/records'
import { hidden, wrongPerson } from '../help/support'
import { HELD, openScene, type Scene } from './support'

describe('looking after a thread', () => {
  let scene: Scene
  let id: string
  beforeEach(async () => {
    scene = await openScene()
    id = (await scene.neighbour.call('thread.post', { target: scene.target, words: '随便说说' })).id
  })
  afterEach(() => scene.district.close())
  const read = (who: 'asker' | 'neighbour' | 'other' | 'worker', since?: string) =>
    scene[who].call('thread.list', { target: scene.target, ...(since && { since }) })

  describe('thread.hide', () => {
    it('hides a post from everybody but the staff, also from those who watch', async () => {
      const { cursor } = await read('other')
      const hid = await scene.worker.call('thread.hide', { id, words: '跑题了' })
      expect(hid).toMatchObject({ hidden: true, words: '随便说说' })
      expect((await read('other', cursor)).items).toMatchObject([{ id, hidden: true, words: '' }])
      expect(await scene.worker.call('thread.hide', { id, words: '跑题了' })).toMatchObject({ hidden: true })
      expect(await auditsAbout(scene.district.db, id)).toContain('thread.hidden')
    })

    it('wants a reason from staff, none from somebody who takes back their own', async () => {
      expect((await scene.worker.refused('thread.hide', { id })).fields?.words).toBeDefined()
      expect(await scene.neighbour.call('thread.hide', { id })).toMatchObject({ hidden: true, words: '' })
      expect(await scene.worker.refused('thread.hide', { id, words: '跑题了' })).toMatchObject({
        code: 'CONFLICT',
      })
    })

    it('is nobody else’s', async () => {
      expect(await scene.other.refused('thread.hide', { id, words: '不好' })).toMatchObject(wrongPerson)
      expect(await scene.asker.refused('thread.hide', { id, words: '不好' })).toMatchObject(wrongPerson)
      expect(await scene.otherWorker.refused('thread.hide', { id, words: '不好' })).toMatchObject(hidden)
      expect(await scene.worker.refused('thread.hide', { id: NO_ID, words: '不好' })).toMatchObject(hidden)
    })
  })

  describe('thread.report', () => {
    it('brings it to the staff once a person, who hides it or lets it stand, with a record', async () => {
      await scene.other.call('thread.report', { id, kind: 'rude' })
      await scene.other.call('thread.report', { id, kind: 'untrue' })
      await scene.asker.call('thread.report', { id, kind: 'other', words: '不对劲' })
      expect((await read('worker')).items).toMatchObject([{ reportCount: 2 }])
      expect((await read('other')).items[0]).not.toHaveProperty('reportCount')
      const passed = await scene.worker.call('thread.pass', { id, words: '问过了,没有恶意' })
      expect(passed).toMatchObject({ reportCount: 0, hidden: false })
      const kept = await scene.district.db
        .selectFrom('postReport')
        .selectAll()
        .where('postId', '=', id)
        .execute()
      expect(kept).toMatchObject([
        { kind: 'rude', outcome: '问过了,没有恶意', handledBy: scene.worker.userId },
        { kind: 'other', outcome: '问过了,没有恶意' },
      ])
    })

    it('is not for the author or the staff', async () => {
      expect(await scene.neighbour.refused('thread.report', { id, kind: 'rude' })).toMatchObject(wrongPerson)
      expect(await scene.worker.refused('thread.report', { id, kind: 'rude' })).toMatchObject(wrongPerson)
      expect(await scene.villager.refused('thread.report', { id, kind: 'rude' })).toMatchObject(hidden)
      expect(await scene.other.refused('thread.report', { id, kind: 'loud' })).toMatchObject({
        code: 'INVALID',
      })
    })

    it('is too late for what is hidden', async () => {
      await scene.neighbour.call('thread.hide', { id })
      expect(await scene.other.refused('thread.report', { id, kind: 'rude' })).toMatchObject({
        code: 'CONFLICT',
        reason: 'post_hidden',
      })
    })
  })

  describe('thread.pass', () => {
    it('is for staff, on what is held or reported', async () => {
      const words = '看过了'
      expect(await scene.worker.refused('thread.pass', { id, words })).toMatchObject({ code: 'CONFLICT' })
      const held = await scene.neighbour.call('thread.post', { target: scene.target, words: HELD })
      expect(await scene.neighbour.refused('thread.pass', { id: held.id, words })).toMatchObject(wrongPerson)
      expect(await scene.other.refused('thread.pass', { id: held.id, words })).toMatchObject(hidden)
      expect((await scene.worker.refused('thread.pass', { id: held.id })).fields?.words).toBeDefined()
      await scene.worker.call('thread.pass', { id: held.id, words })
      expect(await scene.worker.call('thread.pass', { id: held.id, words })).toMatchObject({
        content: 'passed',
      })
      expect(await auditsAbout(scene.district.db, held.id)).toContain('thread.passed')
    })
  })

  describe('thread.block', () => {
    it('keeps the words of the two from each other', async () => {
      await scene.other.call('thread.post', { target: scene.target, words: '我也说一句' })
      await scene.other.call('thread.block', { id })
      expect((await read('other')).items.map(({ words }) => words)).toEqual(['我也说一句'])
      expect((await read('neighbour')).items.map(({ words }) => words)).toEqual(['随便说说'])
      expect((await read('asker')).items).toHaveLength(2)
    })

    it('is not for the author or the staff, nor against the staff', async () => {
      expect(await scene.neighbour.refused('thread.block', { id })).toMatchObject(wrongPerson)
      expect(await scene.worker.refused('thread.block', { id })).toMatchObject(wrongPerson)
      const said = await scene.worker.call('thread.post', { target: scene.target, words: '大家注意' })
      expect(await scene.other.refused('thread.block', { id: said.id })).toMatchObject(wrongPerson)
    })
  })
})
