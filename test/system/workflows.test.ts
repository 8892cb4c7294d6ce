import { APPEAL_STATUSES, OPEN_APPEAL_STATUSES, type AppealStatus } from '~/types/appeal'
import { ANNOUNCEMENT_STATUSES, type AnnouncementStatus } from '~/types/announcement'
import { EVALUATION_STATUSES } from '~/types/evaluation'
import { AWARD_STATUSES, PENDING_AWARD_STATUSES, type AwardStatus } from '~/types/points'
import { SURVEY_STATUSES, type SurveyStatus } from '~/types/survey'
import { announcementWorkflow } from '~/cloudfunctions/features/announcement/workflow'
import { appealWorkflow } from '~/cloudfunctions/features/appeal/workflow'
import { evaluationWorkflow } from '~/cloudfunctions/features/evaluation/workflow'
import { awardWorkflow } from '~/cloudfunctions/features/points/workflow'
import { surveyWorkflow } from '~/cloudfunctions/features/survey/workflow'

const moves = Object.values(appealWorkflow)
const targetsOf = (to: AppealStatus | readonly AppealStatus[]) => (typeof to === 'string' ? [to] : to)

describe('the workflow of appeals', () => {
  it('reaches every status from submitted', () => {
    const reached = new Set<AppealStatus>(['submitted'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      moves
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => targetsOf(to).forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...APPEAL_STATUSES].sort())
  })

  it('leaves every status but the one that the person ended', () => {
    const left = new Set(moves.flatMap(({ from }) => [...from]))
    expect(APPEAL_STATUSES.filter((status) => status !== 'withdrawn' && !left.has(status))).toEqual([])
  })

  it('never leaves an open case without something that its staff can do', () => {
    const byStaff = new Set(
      moves.filter(({ rule }) => rule === 'lead' || rule === 'decide').flatMap(({ from }) => [...from]),
    )
    expect(OPEN_APPEAL_STATUSES.filter((status) => !byStaff.has(status))).toEqual([])
  })
})

describe('the workflow of announcements', () => {
  const steps = Object.values(announcementWorkflow)

  it('reaches every status from the two it begins with, and leaves all but the ends', () => {
    const reached = new Set<AnnouncementStatus>(['waiting', 'ready'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      steps
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...ANNOUNCEMENT_STATUSES].sort())
    const left = new Set(steps.flatMap(({ from }) => [...from]))
    expect(ANNOUNCEMENT_STATUSES.filter((status) => !left.has(status))).toEqual([
      'declined',
      'withdrawn',
      'ended',
    ])
  })
})

describe('the workflow of surveys', () => {
  const steps = Object.values(surveyWorkflow)

  it('reaches every status from the draft', () => {
    const reached = new Set<SurveyStatus>(['draft'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      steps
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...SURVEY_STATUSES].sort())
  })

  it('leaves every status but the published one and the one that was replaced', () => {
    const left = new Set(steps.flatMap(({ from }) => [...from]))
    expect(SURVEY_STATUSES.filter((status) => !left.has(status))).toEqual(['published', 'replaced'])
  })
})

describe('the workflow of evaluations', () => {
  it('leads from the draft through all that follows to the archive, one way', () => {
    const order = EVALUATION_STATUSES.map((status) => [status, EVALUATION_STATUSES.indexOf(status)] as const)
    const place = new Map(order)
    Object.values(evaluationWorkflow).forEach(({ from, to }) => {
      const target = place.get([to].flat()[0] ?? 'draft') ?? 0
      from.forEach((status) => expect([target - 1, target]).toContain(place.get(status)))
    })
    const left = Object.values(evaluationWorkflow).flatMap(({ from }) => [...from])
    expect(EVALUATION_STATUSES.filter((status) => !left.includes(status))).toEqual(['archived'])
  })
})

describe('the workflow of points', () => {
  const awardMoves = Object.values(awardWorkflow)
  it('reaches every status from proposed, and leaves those that are on their way', () => {
    const reached = new Set<AwardStatus>(['proposed'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      awardMoves
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...AWARD_STATUSES].sort())
    const left = new Set(awardMoves.flatMap(({ from }) => [...from]))
    expect(PENDING_AWARD_STATUSES.filter((status) => !left.has(status))).toEqual([])
  })
})
