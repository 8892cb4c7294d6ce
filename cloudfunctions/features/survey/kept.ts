import { section, type Keeper } from '../../core/keeper'

/** That somebody took part; what a secret ballot says cannot be found again. The frozen roll stays until it is wiped. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const taken = await db
      .selectFrom('surveyRoll')
      .innerJoin('resident', 'resident.id', 'surveyRoll.residentId')
      .innerJoin('survey', 'survey.id', 'surveyRoll.surveyId')
      .select(['survey.title', 'surveyRoll.origin'])
      .where('resident.userId', '=', actor.user.id)
      .orderBy('survey.id')
      .execute()
    return [
      section('您参加过的测评', taken, (row) => [
        row.origin === 'program' ? '小程序里' : '纸质票',
        row.title,
      ]),
    ]
  },
  forget: () => Promise.resolve(),
}
