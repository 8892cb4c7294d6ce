import type {
  AppealAction,
  AppealCategory,
  AppealLevel,
  AppealStatus,
  RatingOutcome,
  Satisfaction,
  Urgency,
} from '~/types/appeal'
import type { TagTone } from '@/ui/Tag'

/** Words for each status; what is being handled says where. */
export const STATUS_LABELS: Record<AppealStatus, string> = {
  submitted: '等接单',
  accepted: '办理中',
  escalated: '已上报',
  answered: '已答复',
  finished: '已办结',
  reopened: '接着办',
  closed: '已完成',
}
export const STATUS_TONES: Record<AppealStatus, TagTone> = {
  submitted: 'gold',
  accepted: 'peach',
  escalated: 'peach',
  answered: 'green',
  finished: 'green',
  reopened: 'red',
  closed: 'grey',
}
export const LEVEL_LABELS: Record<AppealLevel, string> = { grid: '网格', village: '村里', town: '镇里' }

/** 镇里办理中, 等村里接单: the status together with who has it. */
export function statusLine(status: AppealStatus, level: AppealLevel): string {
  const where = level === 'grid' ? '' : LEVEL_LABELS[level]
  if (status === 'accepted') {
    return `${where}办理中`
  }
  if (status === 'escalated') {
    return `已报到${LEVEL_LABELS[level]}`
  }
  return STATUS_LABELS[status]
}

export const CATEGORY_LABELS: Record<AppealCategory, string> = {
  facility: '公共设施',
  utility: '水电气',
  sanitation: '环境卫生',
  neighbour: '邻里纠纷',
  road: '道路',
  heating: '供暖',
  housing: '房屋',
  environment: '生态环境',
  safety: '安全隐患',
  property_service: '物业',
  medical: '看病医保',
  elder_care: '养老助老',
  education: '上学',
  welfare: '救助补贴',
  farming: '农业生产',
  transport: '交通出行',
  market: '买卖消费',
  land: '土地',
  other: '其他',
}
export const URGENCY_LABELS: Record<Urgency, string> = {
  danger: '有危险',
  today: '今天要办',
  soon: '尽快就行',
}
/** How soon feedback is due, in words. */
export const URGENCY_TERMS: Record<Urgency, string> = {
  danger: '2小时内答复',
  today: '24小时内办结',
  soon: '7日内办结',
}
export const OUTCOME_LABELS: Record<RatingOutcome, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  unsolved: '没解决',
}
export const SATISFACTION_LABELS: Record<Satisfaction, string> = {
  very_satisfied: '非常满意',
  satisfied: '满意',
  fairly_satisfied: '基本满意',
  dissatisfied: '不满意',
  very_dissatisfied: '非常不满意',
}
/** Words on the buttons. */
export const ACTION_LABELS: Record<AppealAction, string> = {
  'appeal.accept': '接单',
  'appeal.answer': '直接答复',
  'appeal.escalate': '上报',
  'appeal.finish': '办结',
  'appeal.rate': '去评价',
  'appeal.reopen': '再办一次',
  'appeal.supplement': '补充',
  'appeal.call': '打电话',
}
/** What the timeline says of each step; `by` is who did it. */
export const STEP_TITLES: Record<AppealAction | 'appeal.submit', (by: string) => string> = {
  'appeal.submit': (by) => `${by}提交了诉求`,
  'appeal.accept': (by) => `${by}已接单`,
  'appeal.answer': (by) => `${by}答复了`,
  'appeal.escalate': (by) => `${by}上报`,
  'appeal.finish': (by) => `${by}办结`,
  'appeal.rate': (by) => `${by}做了评价`,
  'appeal.reopen': (by) => `${by}请再办一次`,
  'appeal.supplement': (by) => `${by}补充`,
  'appeal.call': (by) => `${by}打了电话`,
}
