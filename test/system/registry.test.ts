import { sql } from 'kysely'
import {
  APPEAL_STATUSES,
  RATING_OUTCOMES,
  SATISFACTIONS,
  TOLD_BY,
  TRIAGE_OUTCOMES,
  URGENCY_CLASSES,
  WAITING_FOR,
} from '~/types/appeal'
import { CONSENTS } from '~/types/behalf'
import { ACTIVITY_KINDS, ACTIVITY_STATUSES, CHECK_WAYS } from '~/types/activity'
import { ANNOUNCEMENT_ANSWERS, ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_STATUSES } from '~/types/announcement'
import type { Action } from '~/types/api'
import {
  EVALUATION_BANDS,
  EVALUATION_COMPONENTS,
  EVALUATION_KINDS,
  EVALUATION_SIZES,
  EVALUATION_STATUSES,
} from '~/types/evaluation'
import { AREA_LEVELS } from '~/types/area'
import { CONTENT_STATES } from '~/types/content'
import { BROADCAST_LANES, BROADCAST_STATES, DELIVERY_STATES, TONES } from '~/types/feed'
import { DAY_PARTS, HELP_KINDS, HELP_REPORT_KINDS, HELP_STATUSES, HELP_WAYS } from '~/types/help'
import { ASSURANCES } from '~/types/me'
import { CIVILITY_KINDS, CIVILITY_STATUSES } from '~/types/civility'
import { PARTY_STATUSES } from '~/types/party'
import {
  ACCOUNT_KINDS,
  AWARD_STATUSES,
  ENTRY_KINDS,
  POINTS_CATEGORIES,
  REDEMPTION_STATUSES,
} from '~/types/points'
import { SERVICE_KINDS } from '~/types/record'
import {
  DIRECTIONS,
  KINSHIPS,
  MISSING_STATUSES,
  REPORT_CONSENTS,
  RINGS,
  SEXES,
  SIGHTING_STATUSES,
  TRAVELS,
  WEATHERS,
} from '~/types/missing'
import { ROLES, RULES } from '~/types/roles'
import {
  BALLOT_ORIGINS,
  SURVEY_AUDIENCES,
  SURVEY_STATUSES,
  SURVEY_SUBJECTS,
  SURVEY_TEMPLATES,
} from '~/types/survey'
import { FLAG_KINDS, RECHECK_RESULTS } from '~/types/survey-paper'
import { POST_REPORT_KINDS, THREAD_KINDS } from '~/types/thread'
import { WHISTLE_KINDS, WHISTLE_STATUSES } from '~/types/whistle'
import { ALL_ACTIONS, describeActions } from '~/cloudfunctions/api/manifest'
import {
  activityWorkflow,
  CORRECTED,
  REMINDED,
  signupWorkflow,
} from '~/cloudfunctions/features/activity/workflow'
import { ASKED, REMINDED as ANNOUNCED_AGAIN } from '~/cloudfunctions/features/announcement/deliver'
import { announcementWorkflow } from '~/cloudfunctions/features/announcement/workflow'
import { ALARMED } from '~/cloudfunctions/features/appeal/alarm'
import { FILED_FOR } from '~/cloudfunctions/features/appeal/behalf'
import { RATED } from '~/cloudfunctions/features/appeal/asking'
import { REFERRED } from '~/cloudfunctions/features/appeal/commands/refer'
import { appealWorkflow } from '~/cloudfunctions/features/appeal/workflow'
import { evaluationWorkflow } from '~/cloudfunctions/features/evaluation/workflow'
import { missingWorkflow } from '~/cloudfunctions/features/missing/workflow'
import { surveyWorkflow } from '~/cloudfunctions/features/survey/workflow'
import { HELP_EVENTS, helpWorkflow } from '~/cloudfunctions/features/help/workflow'
import { ANSWERED } from '~/cloudfunctions/features/thread/check'
import { REMINDED as CIVILLY_REMINDED } from '~/cloudfunctions/features/civility/queries'
import { SPOKEN, UNCONTACTED } from '~/cloudfunctions/features/appeal/contact'
import { HANDED } from '~/cloudfunctions/features/appeal/handing'
import { LINK_EVENTS } from '~/cloudfunctions/features/membership/ledger'
import { partyWorkflow } from '~/cloudfunctions/features/party/workflow'
import { awardWorkflow, redemptionWorkflow } from '~/cloudfunctions/features/points/workflow'
import { whistleWorkflow } from '~/cloudfunctions/features/whistle/workflow'
import { DELIVERERS } from '~/cloudfunctions/jobs/handler'
import { outputSchemas } from '~/config/contract'
import { openDistrict, type District } from '../support/district'

/** Writes that leave no line in the audit trail, each with its reason. */
const UNAUDITED: Partial<Record<Action, string>> = {
  'me.enter': 'every opening of the program; what it proves stands in membership and delivery themselves',
  'announcement.info': 'every opening of the page; who opened it stands with the announcement itself',
  'missing.info': 'every opening of the page; counted under a mark that leads to nobody',
  'picture.prepare': 'nothing is visible before it is used; the act that uses it is audited',
  'voice.prepare': 'as with pictures',
  'attachment.prepare': 'as with pictures',
  'notice.read': 'only the reader knows, and nobody else is told',
  'subscription.accept': 'a count of what WeChat may send to the person themselves',
  'survey.cast':
    'the roll says who took part, to the hour; a trail in order would be the order of the ballots',
}

const names = ALL_ACTIONS.map((row) => row.action)
const moves = Object.values(appealWorkflow)

describe('every action', () => {
  it('of the contract is in the manifest, exactly once', () => {
    expect([...names].sort()).toEqual(Object.keys(outputSchemas()).sort())
    expect(new Set(names).size).toBe(names.length)
  })

  it('names a rule that exists', () => {
    const rules: readonly string[] = ['person', ...RULES]
    expect(ALL_ACTIONS.filter(({ rule }) => !rules.includes(rule)).map(({ action }) => action)).toEqual([])
  })

  it('that writes has a name in the audit trail, with the exceptions that say why', () => {
    const silent = ALL_ACTIONS.filter(({ write, audit }) => write && audit === null).map(
      ({ action }) => action,
    )
    expect(silent.sort()).toEqual(Object.keys(UNAUDITED).sort())
  })

  it('has its own name in the audit trail', () => {
    const audits = ALL_ACTIONS.flatMap(({ audit }) => audit ?? [])
    expect(new Set(audits).size).toBe(audits.length)
    expect(audits.filter((audit) => !/^[a-z]+\.[a-z]+$/.test(audit))).toEqual([])
  })

  it('refuses what its input does not name', () => {
    const open = describeActions().filter(
      ({ input }) => (input as { additionalProperties?: unknown }).additionalProperties !== false,
    )
    expect(open.map(({ action }) => action)).toEqual([])
  })
})

describe('every event', () => {
  it('that a workflow tells is carried out by somebody, and nothing else is', () => {
    const told = [
      ...moves,
      ...Object.values(activityWorkflow),
      ...Object.values(announcementWorkflow),
      ...Object.values(signupWorkflow),
      ...Object.values(whistleWorkflow),
      ...Object.values(helpWorkflow),
      ...Object.values(surveyWorkflow),
      ...Object.values(missingWorkflow),
      ...Object.values(evaluationWorkflow),
      ...Object.values(awardWorkflow),
      ...Object.values(redemptionWorkflow),
      ...Object.values(partyWorkflow),
    ].flatMap(({ tells }) => tells ?? [])
    expect(Object.keys(DELIVERERS).sort()).toEqual(
      [
        ...new Set([
          ...told,
          CIVILLY_REMINDED,
          ASKED,
          ANNOUNCED_AGAIN,
          ALARMED,
          FILED_FOR,
          HANDED,
          SPOKEN,
          UNCONTACTED,
          RATED,
          REFERRED,
          REMINDED,
          CORRECTED,
          ANSWERED,
          ...Object.values(HELP_EVENTS),
          ...Object.values(LINK_EVENTS),
        ]),
      ].sort(),
    )
  })
})

describe('the database', () => {
  let district: District
  beforeAll(async () => {
    district = await openDistrict()
  })
  afterAll(() => district.close())

  /** The values that the CHECK of one column lists: `= ANY (ARRAY['a'::text, …])`, or `= 'a'` for a single one. */
  async function checkedValues(table: string, column: string): Promise<string[]> {
    const { rows } = await sql<{ text: string }>`
      SELECT pg_get_constraintdef(c.oid) AS text FROM pg_constraint AS c
      JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attname = ${column} AND c.conkey = ARRAY[a.attnum]
      WHERE c.contype = 'c' AND c.conrelid = ${table}::regclass`.execute(district.db)
    const lists = rows.map(({ text }) =>
      [...text.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? ''),
    )
    expect(lists).toHaveLength(1)
    return (lists[0] ?? []).sort()
  }

  it.each<[string, string, readonly string[]]>([
    ['activity', 'status', ACTIVITY_STATUSES],
    ['activity', 'kind', ACTIVITY_KINDS],
    ['signup', 'arrived_by', CHECK_WAYS],
    ['service_entry', 'kind', SERVICE_KINDS],
    ['appeal', 'status', APPEAL_STATUSES],
    ['appeal', 'urgency', URGENCY_CLASSES],
    ['appeal', 'outcome', TRIAGE_OUTCOMES],
    ['appeal', 'waiting_for', WAITING_FOR],
    ['appeal', 'consent', ['', ...CONSENTS]],
    ['whistle', 'status', WHISTLE_STATUSES],
    ['whistle', 'kind', WHISTLE_KINDS],
    ['appeal', 'content', CONTENT_STATES],
    ['picture', 'content', CONTENT_STATES],
    ['appeal_rating', 'outcome', RATING_OUTCOMES],
    ['appeal_rating', 'satisfaction', SATISFACTIONS],
    ['appeal', 'told_by', TOLD_BY],
    ['help', 'status', HELP_STATUSES],
    ['help', 'kind', HELP_KINDS],
    ['help', 'part', DAY_PARTS],
    ['help', 'way', HELP_WAYS],
    ['help', 'content', CONTENT_STATES],
    ['help_thank', 'content', CONTENT_STATES],
    ['help_report', 'kind', HELP_REPORT_KINDS],
    ['post', 'content', CONTENT_STATES],
    ['post_report', 'kind', POST_REPORT_KINDS],
    ['thread', 'kind', THREAD_KINDS],
    ['area', 'level', AREA_LEVELS],
    ['evaluation', 'status', EVALUATION_STATUSES],
    ['evaluation_village', 'kind', EVALUATION_KINDS],
    ['evaluation_village', 'size', EVALUATION_SIZES],
    ['evaluation_village', 'band', EVALUATION_BANDS],
    ['evaluation_objection', 'left_out', EVALUATION_COMPONENTS],
    ['assignment', 'role', ROLES],
    ['membership', 'assurance', ASSURANCES],
    ['feed_item', 'tone', TONES],
    ['delivery', 'tone', TONES],
    ['notice', 'tone', TONES],
    ['delivery', 'state', DELIVERY_STATES],
    ['survey', 'template', SURVEY_TEMPLATES],
    ['survey', 'subject', SURVEY_SUBJECTS],
    ['survey', 'audience', SURVEY_AUDIENCES],
    ['survey', 'status', SURVEY_STATUSES],
    ['survey_roll', 'origin', BALLOT_ORIGINS],
    ['survey_recheck', 'result', RECHECK_RESULTS],
    ['survey_flag', 'kind', FLAG_KINDS],
    ['civility_reminder', 'kind', CIVILITY_KINDS],
    ['civility_reminder', 'status', CIVILITY_STATUSES],
    ['party_member', 'status', PARTY_STATUSES],
    ['points_account', 'kind', ACCOUNT_KINDS],
    ['points_entry', 'kind', ENTRY_KINDS],
    ['points_entry', 'category', POINTS_CATEGORIES],
    ['points_award', 'status', AWARD_STATUSES],
    ['announcement', 'status', ANNOUNCEMENT_STATUSES],
    ['announcement', 'audience', ANNOUNCEMENT_AUDIENCES],
    ['announcement', 'answer', ANNOUNCEMENT_ANSWERS],
    ['announcement', 'urgency', BROADCAST_LANES],
    ['broadcast', 'tone', TONES],
    ['broadcast', 'lane', BROADCAST_LANES],
    ['broadcast_grid', 'state', BROADCAST_STATES],
    ['missing', 'status', MISSING_STATUSES],
    ['missing', 'consent', ['', ...REPORT_CONSENTS]],
    ['missing', 'kinship', KINSHIPS],
    ['missing', 'sex', SEXES],
    ['missing', 'travel', TRAVELS],
    ['missing', 'weather', WEATHERS],
    ['missing', 'ring', RINGS],
    ['missing_sighting', 'status', SIGHTING_STATUSES],
    ['missing_sighting', 'direction', DIRECTIONS],
    ['points_redemption', 'status', REDEMPTION_STATUSES],
  ])('lets %s.%s be exactly what the contract names', async (table, column, values) => {
    expect(await checkedValues(table, column)).toEqual([...values].sort())
  })
})
