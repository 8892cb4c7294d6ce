import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'
import { openScene, type Scene } from './support'

describe('appeal.shelve', () => {
  let scene: Scene
  let id: string
  const reason = '等开春再挖路面'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    id = await scene.taken()
  })
  afterAll(() => scene.district.close())

  it('waits for better times, is told once with its reason, and is looked at again', async () => {
    const after = await scene.worker.call('appeal.shelve', { id, reason })
    expect(after).toMatchObject({ status: 'shelved', waitingFor: 'season', reviewAt: expect.any(String) })
    expect((await scene.resident.call('appeal.info', { id })).steps.at(-1)?.words).toBe(reason)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.shelved'])
    expect((await auditsAbout(scene.district.db, id)).at(-1)).toBe('appeal.shelved')
  })

  it('twice is once', async () => {
    const after = await scene.worker.call('appeal.shelve', { id, reason })
    expect(await scene.worker.call('appeal.shelve', { id, reason })).toEqual(after)
    expect(await eventsAbout(scene.district.db, id)).toEqual(['appeal.accepted', 'appeal.shelved'])
  })

  it('goes on by itself when the time to look again has come', async () => {
    await scene.worker.call('appeal.shelve', { id, reason })
    scene.district.clock.advance(31 * 86_400_000)
    await scene.district.runJobs()
    expect((await scene.worker.call('appeal.info', { id })).status).not.toBe('shelved')
  })

  it('says at the field what is wrong', async () => {
    expect(await scene.worker.refused('appeal.shelve', { id, reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '请填写原因' },
    })
  })

  it('is for who leads the case', async () => {
    for (const other of [scene.resident, scene.neighbour, scene.leader]) {
      expect(await other.refused('appeal.shelve', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('does not exist outside the scope, and neither does a made-up id', async () => {
    const missing = { code: 'NOT_FOUND' }
    expect(await scene.otherWorker.refused('appeal.shelve', { id, reason })).toMatchObject(missing)
    expect(await scene.worker.refused('appeal.shelve', { id: NO_ID, reason })).toMatchObject(missing)
  })

  it('is for a case that is worked on', async () => {
    const open = await scene.submit()
    expect(await scene.worker.refused('appeal.shelve', { id: open, reason })).toMatchObject({
      reason: 'wrong_status',
    })
  })
})
