import { uuidv7 } from 'uuidv7'
import type { Deps } from '../core/deps'
import { deliverOutbox, mergeDeliverers, type Deliverer } from '../core/outbox'
import { recordRun, type PartOutcome } from '../core/timer-run'
import { activityDeliverers } from '../features/activity/deliver'
import { tickActivities } from '../features/activity/timers'
import { announcementDeliverers } from '../features/announcement/deliver'
import { tickAnnouncements } from '../features/announcement/timers'
import { sumReports, type CheckReport } from '../core/words-check'
import { checkAppeals } from '../features/appeal/check'
import { appealDeliverers } from '../features/appeal/deliver'
import { tickAppeals } from '../features/appeal/timers'
import { evaluationDeliverers } from '../features/evaluation/deliver'
import { forgetNotices } from '../features/notice/timers'
import { civilityDeliverers } from '../features/civility/deliver'
import { membershipDeliverers } from '../features/membership/deliver'
import { partyDeliverers } from '../features/party/deliver'
import { automaticDeliverers } from '../features/points/automatic'
import { pointsDeliverers } from '../features/points/deliver'
import { tickPoints, type PointsReport } from '../features/points/timers'
import { checkPictures, type PictureReport } from '../features/picture/check'
import { surveyDeliverers } from '../features/survey/deliver'
import { tickSurveys, type SurveyReport } from '../features/survey/timers'
import { checkHelps } from '../features/help/check'
import { helpDeliverers } from '../features/help/deliver'
import { tickHelps } from '../features/help/timers'
import { checkPosts } from '../features/thread/check'
import { threadDeliverers } from '../features/thread/deliver'
import { deliverBroadcasts } from '../features/broadcast/timers'
import { tickMissing } from '../features/missing/timers'
import { removeWithdrawn } from '../features/picture/timers'
import { sendMessages } from '../features/subscription/timers'
import { forgetKeys } from './forget-keys'
import { keepDeletions } from './keep-deletions'
import { sweepUploads } from './sweep-uploads'

/** Event → what is done about it, of all features. */
export const DELIVERERS: Record<string, Deliverer> = mergeDeliverers(
  activityDeliverers,
  announcementDeliverers,
  appealDeliverers,
  civilityDeliverers,
  evaluationDeliverers,
  helpDeliverers,
  membershipDeliverers,
  partyDeliverers,
  pointsDeliverers,
  automaticDeliverers,
  surveyDeliverers,
  threadDeliverers,
)

export interface JobsReport {
  /** Places offered and lapsed, reminders, cards told anew. */
  activitiesMoved: number
  /** Announcements that went out or ended by the clock. */
  announcementsMoved: number
  /** Reminders, escalations and returns by the clock. */
  appealsMoved: number
  /** Points by the clock. */
  points: PointsReport
  /** Surveys ended, sealed and reminded of. */
  surveys: SurveyReport
  /** Requests for help that were shown to more people, called out or put away. */
  helpsMoved: number
  /** Reports pushed up, rings widened, searches ended and wiped by the clock. */
  missingMoved: number
  /** Words of residents that the platform was asked about. */
  checked: CheckReport
  /** Pictures that the platform was asked about; it answers later. */
  pictures: PictureReport
  /** Grids that were told something that goes to many. */
  gridsTold: number
  delivered: { sent: number; retried: number; dead: number }
  /** Messages to single people by WeChat that were tried. */
  messagesSent: number
  keysForgotten: number
  /** Withdrawn pictures whose files are gone. */
  picturesGone: number
  uploadsSwept: number
  noticesForgotten: number
  /** Deletions whose copies are outside of the database now. */
  deletionsKept: number
}

type Parts = { [Part in keyof JobsReport]: () => Promise<JobsReport[Part]> }

/** Everything that the clock does, in this order. */
function partsOf(deps: Deps): Parts {
  return {
    activitiesMoved: () => tickActivities(deps, uuidv7),
    announcementsMoved: () => tickAnnouncements(deps, uuidv7),
    appealsMoved: () => tickAppeals(deps, uuidv7),
    points: () => tickPoints(deps, uuidv7),
    surveys: () => tickSurveys(deps, uuidv7),
    helpsMoved: () => tickHelps(deps, uuidv7),
    missingMoved: () => tickMissing(deps, uuidv7),
    gridsTold: () => deliverBroadcasts(deps, uuidv7),
    picturesGone: () => removeWithdrawn(deps),
    // Before the news goes out, so that what has just passed is told at once.
    checked: async () =>
      sumReports([
        await checkAppeals(deps, uuidv7),
        await checkHelps(deps, uuidv7),
        await checkPosts(deps, uuidv7),
      ]),
    pictures: () => checkPictures(deps),
    delivered: () => deliverOutbox(deps, DELIVERERS, uuidv7),
    messagesSent: () => sendMessages(deps),
    keysForgotten: () => forgetKeys(deps),
    uploadsSwept: () => sweepUploads(deps),
    noticesForgotten: () => forgetNotices(deps),
    deletionsKept: () => keepDeletions(deps),
  }
}

/**
 * Does all parts one after the other. One that fails keeps none from its turn; the run fails in the end, so that the
 * platform counts and shows it. `record` is told how each went, whatever happened.
 */
export async function runParts<Report>(
  deps: Pick<Deps, 'log'>,
  parts: { [Part in keyof Report]: () => Promise<Report[Part]> },
  record: (outcomes: PartOutcome[]) => Promise<void>,
): Promise<Report> {
  const report: Partial<Report> = {}
  const outcomes: PartOutcome[] = []
  const failures: unknown[] = []
  const fail = (part: string, error: unknown) => {
    const cause = error instanceof Error ? error.name : 'unknown'
    failures.push(error)
    deps.log.warn('jobs', { part, cause })
    return cause
  }
  for (const part of Object.keys(parts) as (keyof Report & string)[]) {
    const started = performance.now()
    let error: string | undefined
    try {
      report[part] = await parts[part]()
    } catch (thrown) {
      error = fail(part, thrown)
    }
    outcomes.push({ part, tookMs: performance.now() - started, error })
  }
  await record(outcomes).catch((thrown: unknown) => fail('record', thrown))
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} parts of the timer failed`)
  }
  return report as Report
}

/** The timer function. Safe to run late, twice or several times at once: each part asks what is due, not since when. */
export function createJobs(deps: Deps): (event: unknown, context: unknown) => Promise<JobsReport> {
  const parts = partsOf(deps)
  return () => runParts<JobsReport>(deps, parts, (outcomes) => recordRun(deps.db, deps.clock.now(), outcomes))
}
