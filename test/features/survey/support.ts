import type { SurveyAnswer, SurveyInput, SurveyView } from '~/types/survey'
import type { District, Person } from '../../support/district'
import { putInLedger, type InLedger } from '../../support/ledger'
import { openSurvey } from '../../support/surveys'

/** A grid with its town's officer, and people who stand in its ledger. */
export interface Poll {
  grid: string
  town: Person
  elector(options?: Parameters<typeof putInLedger>[3]): Promise<Person>
  /** Somebody in the ledger who has never opened the program. */
  phoneless(options?: Parameters<typeof putInLedger>[3]): Promise<InLedger>
  open(more?: Partial<SurveyInput>): Promise<SurveyView>
  cast(person: Person, id: string, answers: SurveyAnswer[]): Promise<{ receipt: string; replaced: boolean }>
  ballots(id: string): Promise<{ q1: number | null; areaCode: string }[]>
  status(id: string): Promise<string>
}

export async function newPoll(district: District, grid = district.newGrid()): Promise<Poll> {
  const town = await district.staff('town_officer', grid.slice(0, 9))
  return {
    grid,
    town,
    async elector(options) {
      const person = await district.resident(grid)
      await putInLedger(district, grid, person, options)
      return person
    },
    phoneless: (options) => putInLedger(district, grid, null, options),
    open: (more) => openSurvey(district, town, [grid], more),
    cast: (person, id, answers) => person.call('survey.cast', { id, edition: 1, answers }),
    ballots: (id) =>
      district.db.selectFrom('surveyBallot').select(['q1', 'areaCode']).where('surveyId', '=', id).execute(),
    async status(id) {
      const row = district.db.selectFrom('survey').select('status').where('id', '=', id)
      return (await row.executeTakeFirstOrThrow()).status
    },
  }
}
