import { auditsAbout } from '../../support/records'
import { openScene, type Scene } from './support'

describe('help.able and help.ables', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
    await scene.district.db.deleteFrom('helpAble').execute()
  })
  afterAll(async () => {
    await scene.district.db.deleteFrom('helpAble').execute()
    await scene.district.close()
  })
  const says = { kinds: ['ride', 'fix'], times: ['weekend_day'], reach: 'village' } as const
  const input = { ...says, kinds: [...says.kinds], times: [...says.times] }
  const namesFor = async (who: 'asker' | 'villager' | 'townsman', kind?: 'ride' | 'lend') =>
    (await scene[who].call('help.ables', { ...(kind && { kind }) })).items.map(({ by }) => by)

  it('tells the neighbours what somebody can do, with half of the name, the grid first', async () => {
    await scene.villager.call('help.able', input)
    await scene.neighbour.call('help.able', { ...input, words: '有辆面包车' })
    expect(await namesFor('asker')).toEqual(['孙**', '周**'])
    expect(await namesFor('asker', 'lend')).toEqual([])
    expect(await namesFor('townsman')).toEqual([])
    const { items, mine } = await scene.neighbour.call('help.ables', {})
    expect(mine).toMatchObject({ by: '您', mine: true, words: '有辆面包车', reach: 'village' })
    expect(items).toHaveLength(2)
  })

  it('pages through all of them', async () => {
    const { items, nextCursor } = await scene.asker.call('help.ables', { limit: 1 })
    const next = await scene.asker.call('help.ables', { limit: 1, cursor: nextCursor ?? '' })
    expect([...items, ...next.items].map(({ by }) => by)).toEqual(['孙**', '周**'])
    expect(next.nextCursor).toBeUndefined()
  })

  it('replaces what was said before, and takes it back with no kinds', async () => {
    await scene.neighbour.call('help.able', { ...input, kinds: ['lend'], reach: 'grid' })
    expect(await namesFor('asker', 'ride')).toEqual(['周**'])
    expect(await namesFor('villager')).toEqual(['您'])
    expect(await scene.neighbour.call('help.able', { ...input, kinds: [] })).toEqual({ able: null })
    expect(await namesFor('asker')).toEqual(['周**'])
    expect(await auditsAbout(scene.district.db, scene.neighbour.userId)).toContain('help.offering')
  })

  it('is for those of whom it is known that they live here, in fitting words', async () => {
    const unknown = await scene.district.resident(scene.grid, { assurance: 'self' })
    expect(await unknown.refused('help.able', input)).toMatchObject({ reason: 'not_known_here' })
    const error = await scene.neighbour.refused('help.able', { ...input, words: '打我电话19900005678' })
    expect(error.fields?.words).toMatch(/电话/)
    expect(await scene.neighbour.refused('help.able', { ...input, reach: 'asked' })).toMatchObject({
      code: 'INVALID',
    })
  })
})
