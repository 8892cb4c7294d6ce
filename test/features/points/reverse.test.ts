import { auditsAbout } from '../../support/records'
import { balanceOf, endPublication, openScene, propose, type Scene } from './support'

describe('points.reverse', () => {
  let scene: Scene
  let id: string
  const reason = '记错人了'

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    scene = await openScene(scene.district)
    id = (await propose(scene, scene.person)).id
    await endPublication(scene, id)
  })
  afterAll(() => scene.district.close())

  it('takes back by a counter-entry; both entries stay readable', async () => {
    const reversed = await scene.village.call('points.reverse', { id, reason })
    expect(reversed).toMatchObject({ status: 'reversed', reason, can: [] })
    const { balance, items } = await scene.person.call('points.account', {})
    expect(balance).toBe(0)
    expect(items.map(({ kind, amount, words }) => [kind, amount, words])).toEqual([
      ['reversal', -3, reason],
      ['award', 3, '扫了村口的路'],
    ])
    expect(await auditsAbout(scene.district.db, id)).toEqual(['points.proposed', 'points.reversed'])
  })

  it('gives room for the month again', async () => {
    const earned = async () => (await scene.person.call('points.account', {})).month.earned
    expect(await earned()).toBe(3)
    await scene.village.call('points.reverse', { id, reason })
    expect(await earned()).toBe(0)
  })

  it('takes back once, however often it is asked', async () => {
    const other = (await propose(scene, scene.person)).id
    await endPublication(scene, other)
    await scene.village.call('points.reverse', { id, reason })
    await scene.village.call('points.reverse', { id, reason })
    expect(await balanceOf(scene.person)).toBe(3)
  })

  it('asks for the reason, and knows no award of another village', async () => {
    expect(await scene.village.refused('points.reverse', { id, reason: '' })).toMatchObject({
      code: 'INVALID',
    })
    const { district } = scene
    const other = await district.staff('village_secretary', district.newGrid('otherVillage').slice(0, 12))
    expect(await other.refused('points.reverse', { id, reason })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused to grid workers, and to who proposed it', async () => {
    expect(await scene.worker.refused('points.reverse', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    const own = (await propose({ worker: scene.village }, scene.neighbour)).id
    await endPublication(scene, own)
    expect(await scene.village.refused('points.reverse', { id: own, reason })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('has nothing to take back before it is credited', async () => {
    const { id: fresh } = await propose(scene, scene.person)
    expect(await scene.village.refused('points.reverse', { id: fresh, reason })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
