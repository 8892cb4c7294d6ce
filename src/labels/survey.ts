import type {
  PaperOrigin,
  QuestionKind,
  Standing,
  SurveyAction,
  SurveyAudience,
  SurveyRowView,
  SurveyStatus,
  SurveySubject,
  SurveyTemplate,
} from '~/types/survey'
import type { FlagKind, RecheckResult } from '~/types/survey-paper'
import type { HiddenReason, ResultBand } from '~/types/survey-results'
import { SATISFACTIONS } from '~/types/appeal'
import type { FaceName, TagTone } from '@/ui'
import { SATISFACTION_LABELS } from './appeal'

export const SURVEY_STATUS_LABELS: Record<SurveyStatus, string> = {
  draft: '还没开始',
  open: '正在评',
  closing: '正在点票',
  closed: '已截止',
  published: '已公布',
  replaced: '已换新的一版',
}

/** The five levels, best first. */
export const SCALE_LABELS: string[] = SATISFACTIONS.map((level) => SATISFACTION_LABELS[level])
export const SCALE_FACES: FaceName[] = ['glad', 'content', 'even', 'sad', 'upset']
export const UNKNOWN_LABEL = '不了解'

/** What somebody who opens a survey is told about themselves; nothing where nothing stands in the way. */
export const STANDING_LINES: Record<Standing, string> = {
  may: '',
  voted: '您已经评过了。截止前可以改,以最后一次为准。',
  voted_elsewhere: '您已经投过纸票,或者在别的手机上投过了,一人一票,这里不能再投。',
  household_voted: '这次每户一票,您家里已经有人投过了。',
  not_asked: '这次测评没有问到您,您可以看看规则和结果。',
  assurance_needed: '要先确认您住在这里:请从网格群里点开,或者打电话给网格员,请他确认。',
  not_on_roll: '台账里还没有对上您是哪一位。请打电话告诉网格员您住哪家、叫什么,他对上以后,您就能评了。',
  over: '这次测评已经截止了。',
}
/** The same on a list's card. */
export const STANDING_TAGS: Record<Standing, string> = {
  may: '等您评',
  voted: '您评过了',
  voted_elsewhere: '您投过了',
  household_voted: '家里投过了',
  not_asked: '没问到您',
  assurance_needed: '要先确认住址',
  not_on_roll: '要先对上您',
  over: '已截止',
}

export const SURVEY_ACTION_LABELS: Record<SurveyAction, string> = {
  'survey.update': '改一改',
  'survey.preview': '看看居民看到的样子',
  'survey.open': '开始测评',
  'survey.cast': '现在去评',
  'survey.close': '提前截止',
  'survey.correct': '题目有错,更正',
  'survey.results': '看结果',
  'survey.publish': '公布结果',
  'survey.receipts': '核对回执码',
  'survey.participation': '参与情况',
  'survey.appoint': '请帮手',
  'survey.atDoor': '录入纸票',
  'survey.rechecks': '纸票回访',
  'survey.flags': '要留意的情况',
  'survey.said': '大家说的话',
  'survey.export': '导出表格',
}

export const SUBJECT_LABELS: Record<SurveySubject, string> = {
  village_organisation: '村党组织',
  grid_worker: '网格员',
  service: '办事服务',
  other: '别的',
}
export const AUDIENCE_LABELS: Record<SurveyAudience, string> = {
  everyone: '18岁以上的居民,每人一票',
  households: '每户一票',
  party_members: '党员,每人一票',
}
export const TEMPLATE_LABELS: Record<SurveyTemplate, string> = {
  village_organisation: '优秀村党组织测评',
  grid_worker: '网格员满意度',
  service: '办事满意度',
  blank: '从空白开始',
}
export const QUESTION_KIND_LABELS: Record<QuestionKind, string> = {
  scale: '满意不满意',
  single: '选一个',
  several: '选几个',
  score: '打0到10分',
  text: '写几句话',
}
export const ORIGIN_LABELS: Record<PaperOrigin, string> = { door: '上门', booth: '投票点' }

/** Why a figure is missing. */
export const HIDDEN_LINES: Record<HiddenReason, string> = {
  too_few: '人太少,不显示,免得认出谁怎么选的',
  complement: '为了不让别处的结果被推算出来,这里也不显示',
}
export const BAND_LABELS: Record<ResultBand, string> = {
  higher: '高于总体',
  similar: '和总体差不多',
  lower: '低于总体',
}
export const BAND_TONES: Record<ResultBand, TagTone> = { higher: 'green', similar: 'grey', lower: 'gold' }
export const PLACE_KIND_LABELS = { town: '镇街', village: '村(社区)', grid: '网格' } as const

export const RECHECK_LABELS: Record<RecheckResult, string> = {
  confirmed: '是本人填的',
  denied: '不是本人填的',
  unreached: '没找到人',
}
export const RECHECK_TONES: Record<RecheckResult, TagTone> = {
  confirmed: 'green',
  denied: 'red',
  unreached: 'gold',
}
export const FLAG_LABELS: Record<FlagKind, { title: string; line: string }> = {
  shared_device: { title: '一部手机投了好几张', line: '可能是一家人合用,也可能有人代投' },
  fast_device: { title: '一部手机一分钟里连着投', line: '可能有人拿着手机替别人投' },
  uniform_answers: { title: '答得又快又一样', line: '很多票每道题都选同一个,而且没怎么看题' },
  many_on_paper: { title: '纸票特别多', line: '纸票超过了五分之一,请看看是不是真的上门填的' },
  recheck_denied: { title: '回访时说不是自己填的', line: '请找当时的帮手核实' },
}

/** 不记名 · 5道题 · 约1分钟 */
export function sheetLine(sheet: Pick<SurveyRowView, 'secret' | 'questionCount' | 'minutes'>): string {
  return [sheet.secret ? '不记名' : '记名', `${sheet.questionCount}道题`, `约${sheet.minutes}分钟`].join(
    ' · ',
  )
}
