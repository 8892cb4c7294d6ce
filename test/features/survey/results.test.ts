import type { SurveyAnswer, SurveyInput } from '~/types/survey'
import { openDistrict, type District, type Person } from '../../support/district'
import { putInLedger } from '../../support/ledger'
import { openSurvey, surveyInput } from '../../support/surveys'
import { newPoll, type Poll } from './support'

/** Ballots of a village: how many gave which answer. */
type Given = [answer: SurveyAnswer, times: number][]

describe('survey.results', () => {
  let district: District
  let town: Person
  let grids: { first: string; second: string }

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grids = { first: district.newGrid(), second: district.newGrid('otherVillage') }
    town = await district.staff('town_officer', grids.first.slice(0, 9))
  })
  afterAll(() => district.close())

  async function people(grid: string, count: number): Promise<Person[]> {
    const all: Person[] = []
    for (let n = 0; n < count; n += 1) {
      const person = await district.resident(grid)
      await putInLedger(district, grid, person, {
        sex: n % 2 === 0 ? 'female' : 'male',
        bornOn: n % 4 < 2 ? '1985-01-01' : '1955-01-01',
      })
      all.push(person)
    }
    return all
  }

  /** A survey of both grids, answered and sealed. */
  async function answered(first: Given, second: Given, more: Partial<SurveyInput> = {}): Promise<string> {
    const given = [first, second].map((one) =>
      one.flatMap(([answer, times]) => Array.from({ length: times }, () => answer)),
    )
    const voters = [
      await people(grids.first, given[0]?.length ?? 0),
      await people(grids.second, given[1]?.length ?? 0),
    ]
    const { id } = await openSurvey(district, town, [grids.first, grids.second], more)
    for (const [at, group] of voters.entries()) {
      for (const [n, person] of group.entries()) {
        await person.call('survey.cast', { id, edition: 1, answers: [given[at]?.[n] ?? null] })
      }
    }
    await town.call('survey.close', { id, reason: '够了' })
    return id
  }
  const rules = {
    ...surveyInput({ clock: { now: () => new Date(0), advance: () => undefined } }, []).rules,
    rankBallots: 10,
  }

  it('gives points with their interval, coverage, and an order in which what overlaps is tied', async () => {
    const id = await answered(
      [
        [1, 20],
        [2, 10],
      ],
      [
        [1, 6],
        [2, 6],
        [4, 6],
        [5, 6],
        [-1, 6],
      ],
      { rules: { ...rules, quorum: 50, pass: 90 } },
    )
    const shown = await town.call('survey.results', { id })
    expect(shown).toMatchObject({
      areasAre: 'village',
      quorate: true,
      passed: false,
      figures: { electors: 60, ballots: 60, coverage: 100, hidden: null },
      noDifference: false,
      previous: null,
    })
    // Everybody asked has answered: nothing is left to chance but those who know nothing.
    const mean = (20 * 100 + 10 * 80 + 6 * (100 + 80 + 30)) / 54
    expect(shown.figures.score?.value).toBeCloseTo(mean, 0)
    expect(shown.items.map(({ areaCode, place, tied, band }) => [areaCode, place, tied, band])).toEqual([
      [grids.first.slice(0, 12), 1, false, 'higher'],
      [grids.second.slice(0, 12), 2, false, 'lower'],
    ])
    expect(shown.items.map(({ passed }) => passed)).toEqual([true, false])
    expect(shown.questions).toMatchObject([{ kind: 'scale', answered: 54, unknown: 6 }])
  })

  it('is for the makers until it is published; then for who was asked, each place as far as is shown', async () => {
    const id = await answered(
      [[1, 12]],
      [
        [2, 6],
        [3, 6],
      ],
      { rules: { ...rules, publish: { ranking: false, questions: false, grids: false } } },
    )
    const neighbour = await district.resident(grids.first)
    expect(await neighbour.refused('survey.results', { id })).toMatchObject({ code: 'FORBIDDEN' })
    await town.call('survey.publish', { id })
    const own = await neighbour.call('survey.results', { id })
    expect(own.items.map(({ areaCode }) => areaCode)).toEqual([grids.first.slice(0, 12)])
    expect(own.questions).toEqual([])
    const code = grids.second.slice(0, 12)
    expect(await neighbour.refused('survey.results', { id, areaCode: code })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await town.call('survey.results', { id })).items).toHaveLength(2)
  })

  it('shows nothing of a place with fewer than ten ballots, and not what would give it away', async () => {
    const id = await answered(
      [
        [1, 15],
        [3, 15],
      ],
      [
        [1, 4],
        [3, 4],
      ],
      { rules },
    )
    const { items: areas, figures } = await town.call('survey.results', { id })
    expect(figures.score).not.toBeNull()
    // The second village alone is too small; the first would give it away by subtraction.
    expect(areas.map(({ score, hidden, ballots }) => [score, hidden, ballots]).sort()).toEqual(
      [
        [null, 'complement', 30],
        [null, 'too_few', 8],
      ].sort(),
    )
    expect(
      areas.every(({ place, shrunk, satisfied }) => place === null && shrunk === null && satisfied === null),
    ).toBe(true)
  })

  it('says of grids at most whether they stand above or below, and of few ballots nothing', async () => {
    const poll: Poll = await newPoll(district, grids.first)
    const village = grids.first.slice(0, 12)
    const voters = await people(grids.first, 12)
    const { id } = await openSurvey(district, town, [grids.first], { rules })
    for (const [n, person] of voters.entries()) {
      await poll.cast(person, id, [n % 2 === 0 ? 1 : 2])
    }
    await town.call('survey.close', { id, reason: '够了' })
    const shown = await town.call('survey.results', { id, areaCode: village })
    expect(shown.areasAre).toBe('grid')
    expect(shown.items).toMatchObject([
      { areaCode: grids.first, ballots: 12, score: null, band: 'similar', place: null },
    ])
  })

  it('counts the change from last time, and whether it is more than chance', async () => {
    const last = await answered(
      [
        [1, 5],
        [3, 10],
      ],
      [[3, 15]],
      { rules },
    )
    await town.call('survey.publish', { id: last })
    grids = { first: district.newGrid(), second: district.newGrid('otherVillage') }
    const id = await answered(
      [
        [1, 14],
        [2, 1],
      ],
      [[1, 15]],
      { rules, previousId: last },
    )
    const { figures, previous } = await town.call('survey.results', { id })
    expect(previous).toMatchObject({ id: last })
    expect(figures.change?.certain).toBe(true)
    expect(figures.change?.value).toBeGreaterThan(25)
  })

  it('waits for the close', async () => {
    const poll = await newPoll(district, grids.first)
    await poll.phoneless()
    const { id } = await poll.open()
    expect(await town.refused('survey.results', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })
})
