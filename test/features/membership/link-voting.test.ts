import { onServer } from '../../support/db'
import { openDistrict, type District, type Person } from '../../support/district'
import { openSurvey } from '../../support/surveys'
import { unlinked } from './support'

describe('a link while a survey is open', () => {
  let district: District
  let grid: string
  let worker: Person
  let member: Person
  let residentId: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    member = await district.resident(grid, { name: '褚大姐' })
    residentId = await unlinked(district, grid, { door: '18号' })
  })
  afterAll(() => district.close())

  const link = (by = worker, more = {}) =>
    by.call('membership.link', { userId: member.userId, residentId, how: 'met', ...more })
  const standing = async (id: string) => (await member.call('survey.info', { id })).standing
  const open = async (more = {}) => {
    const town = await district.staff('town_officer', grid.slice(0, 9))
    return openSurvey(district, town, [grid], more)
  }
  const cast = (id: string) => ({ id, edition: 1, answers: [1] })

  it('lets a member vote from the moment they are linked', async () => {
    const { id } = await open()
    expect(await standing(id)).toBe('not_on_roll')
    expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'not_on_roll' })
    await link()
    expect(await standing(id)).toBe('may')
    await member.call('survey.cast', cast(id))
    expect(await standing(id)).toBe('voted')
  })

  it('does not let somebody vote in the program who voted at the door before they were linked', async () => {
    const helper = await district.resident(district.newGrid('otherVillage'))
    const town = await district.staff('town_officer', grid.slice(0, 9))
    const { id } = await openSurvey(district, town, [grid])
    await town.call('survey.appoint', { id, userId: helper.userId, areaCode: grid })
    const ballot = { ...cast(id), residentId, origin: 'door' as const }
    await helper.call('survey.castAtDoor', ballot)
    await link()
    expect(await standing(id)).toBe('voted_elsewhere')
    expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })
  })

  it('does not let a user vote again as another person of the ledger, nor that person through another user', async () => {
    const second = await unlinked(district, grid)
    const { id } = await open()
    await link()
    await member.call('survey.cast', cast(id))
    await worker.call('membership.unlink', { userId: member.userId, reason: '同名不同户' })
    expect(await standing(id)).toBe('voted_elsewhere')
    await link(worker, { residentId: second })
    expect(await standing(id)).toBe('voted_elsewhere')
    expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })

    const other = await district.resident(grid)
    await worker.call('membership.link', { userId: other.userId, residentId, how: 'met' })
    expect(await other.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })
    const rolls = await district.db.selectFrom('surveyRoll').selectAll().where('surveyId', '=', id).execute()
    expect(rolls).toHaveLength(1)
  })

  // Two sessions race; the embedded database has one.
  const onlyOnServer = onServer ? it : it.skip
  onlyOnServer('does not count a ballot that arrives while the link is taken back', async () => {
    const { id } = await open()
    await link()
    let arriving: Promise<unknown> = Promise.resolve()
    await district.db.transaction().execute(async (tx) => {
      await tx.updateTable('resident').set({ userId: null }).where('id', '=', residentId).execute()
      arriving = member.refused('survey.cast', cast(id))
      await new Promise((resolve) => setTimeout(resolve, 500))
    })
    expect(await arriving).toMatchObject({ reason: 'not_on_roll' })
  })

  it('lets them vote again as who they were, once the mistake is put right', async () => {
    const { id } = await open()
    await link()
    await member.call('survey.cast', cast(id))
    await worker.call('membership.unlink', { userId: member.userId, reason: '同名不同户' })
    await link()
    expect(await standing(id)).toBe('voted')
    expect(await member.call('survey.cast', cast(id))).toMatchObject({ replaced: true })
  })
})
