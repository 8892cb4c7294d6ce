import { openDistrict, type District, type Person } from '../../support/district'
import { evaluationInput } from '../../support/evaluations'
import { NO_ID } from '../../support/records'
import { openSurvey } from '../../support/surveys'
import { putInLedger } from '../../support/ledger'

describe('evaluation.create', () => {
  let district: District
  let grid: string
  let town: Person
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    town = await district.staff('town_officer', grid.slice(0, 9))
  })
  afterAll(() => district.close())

  it('begins a draft that nobody but who may evaluate the area sees', async () => {
    const view = await town.call('evaluation.create', evaluationInput(district, grid))
    expect(view).toMatchObject({
      status: 'draft',
      areaCode: grid.slice(0, 9),
      edition: 0,
      terms: null,
      objectionsUntil: null,
      villageCount: 0,
      can: ['evaluation.compute'],
    })
    const secretary = await district.staff('village_secretary', grid.slice(0, 12))
    expect((await secretary.refused('evaluation.info', { id: view.id })).code).toBe('NOT_FOUND')
  })

  it('takes a closed survey of the area, not an open one and not one of elsewhere', async () => {
    await putInLedger(district, grid, null)
    const { id: surveyId } = await openSurvey(district, town, [grid])
    const input = evaluationInput(district, grid, { surveyId })
    expect(await town.refused('evaluation.create', input)).toMatchObject({
      code: 'CONFLICT',
      reason: 'survey_open',
    })
    await town.call('survey.close', { id: surveyId, reason: '提前结束' })
    await district.runJobs()
    expect(await town.call('evaluation.create', input)).toMatchObject({ surveyId, surveyTitle: '满意度测评' })
    const other = await district.staff('town_officer', district.newGrid('otherTown').slice(0, 9))
    const elsewhere = evaluationInput(district, other.areaCode, { surveyId })
    expect(await other.refused('evaluation.create', elsewhere)).toMatchObject({
      code: 'INVALID',
      fields: { surveyId: '没有找到这个测评,请重新选' },
    })
    const unknown = evaluationInput(district, grid, { surveyId: NO_ID })
    expect((await town.refused('evaluation.create', unknown)).code).toBe('INVALID')
  })

  it('refuses a period that is empty, too long or not over yet, at the field', async () => {
    const now = district.clock.now().getTime()
    const at = (days: number) => new Date(now + days * 86_400_000).toISOString()
    for (const [from, to] of [
      [at(-1), at(-1)],
      [at(-900), at(-1)],
      [at(-1), at(1)],
    ] as const) {
      const error = await town.refused('evaluation.create', evaluationInput(district, grid, { from, to }))
      expect(error).toMatchObject({ code: 'INVALID' })
      expect(Object.keys(error.fields ?? {})).toEqual(['to'])
    }
    const wrong = { ...evaluationInput(district, grid), areaCode: grid.slice(0, 12), title: '' }
    expect((await town.refused('evaluation.create', wrong)).fields).toEqual({
      areaCode: '请选一个区或者一个镇街',
      title: '请填写名称',
    })
  })

  it('is for who may evaluate that very area', async () => {
    const other = await district.staff('town_officer', district.newGrid('otherTown').slice(0, 9))
    expect((await other.refused('evaluation.create', evaluationInput(district, grid))).code).toBe('NOT_FOUND')
    const secretary = await district.staff('village_secretary', grid.slice(0, 12))
    expect((await secretary.refused('evaluation.create', evaluationInput(district, grid))).code).toBe(
      'FORBIDDEN',
    )
    const whole = evaluationInput(district, grid, { areaCode: grid.slice(0, 6) })
    expect((await town.refused('evaluation.create', whole)).code).toBe('NOT_FOUND')
  })

  it('is made once however often it is sent', async () => {
    const input = evaluationInput(district, grid)
    const first = await town.call('evaluation.create', input, { key: 'create-once-0001' })
    const again = await town.call('evaluation.create', input, { key: 'create-once-0001' })
    expect(again.id).toBe(first.id)
  })
})
