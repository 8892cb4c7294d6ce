import { uuidv7 } from 'uuidv7'
import type { Deps } from '../core/deps'
import { deliverOutbox, type Deliverer } from '../core/outbox'
import { checkAppeals, type CheckReport } from '../features/appeal/check'
import { appealDeliverers } from '../features/appeal/deliver'
import { tickAppeals } from '../features/appeal/timers'
import { forgetNotices } from '../features/notice/timers'
import { pointsDeliverers } from '../features/points/deliver'
import { tickPoints, type PointsReport } from '../features/points/timers'
import { checkPictures, type PictureReport } from '../features/picture/check'
import { surveyDeliverers } from '../features/survey/deliver'
import { tickSurveys, type SurveyReport } from '../features/survey/timers'
import { forgetKeys } from './forget-keys'
import { sweepUploads } from './sweep-uploads'

/** Event → what is done about it, of all features. */
export const DELIVERERS: Record<string, Deliverer> = {
  ...appealDeliverers,
  ...pointsDeliverers,
  ...surveyDeliverers,
}

export interface JobsReport {
  /** Reminders, escalations and returns by the clock. */
  appealsMoved: number
  /** Points by the clock. */
  points: PointsReport
  /** Surveys ended, sealed and reminded of. */
  surveys: SurveyReport
  /** Words of residents that the platform was asked about. */
  checked: CheckReport
  /** Pictures that the platform was asked about; it answers later. */
  pictures: PictureReport
  delivered: { sent: number; retried: number; dead: number }
  keysForgotten: number
  uploadsSwept: number
  noticesForgotten: number
}

/** The timer function. Safe to run late, twice or several times at once: each part asks what is due, not since when. */
export function createJobs(deps: Deps): (event: unknown, context: unknown) => Promise<JobsReport> {
  return async () => ({
    appealsMoved: await tickAppeals(deps, uuidv7),
    points: await tickPoints(deps, uuidv7),
    surveys: await tickSurveys(deps, uuidv7),
    // Before the news goes out, so that what has just passed is told at once.
    checked: await checkAppeals(deps, uuidv7),
    pictures: await checkPictures(deps),
    delivered: await deliverOutbox(deps, DELIVERERS, uuidv7),
    keysForgotten: await forgetKeys(deps),
    uploadsSwept: await sweepUploads(deps),
    noticesForgotten: await forgetNotices(deps),
  })
}
