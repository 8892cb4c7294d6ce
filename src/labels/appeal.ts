import type {
  AppealAction,
  AppealCategory,
  AppealLevel,
  AppealStatus,
  AppealStepName,
  RatingOutcome,
  Satisfaction,
  SpokenBy,
  ToldBy,
  TriageOutcome,
  UrgencyClass,
  WaitingFor,
} from '~/types/appeal'
import type { Consent } from '~/types/behalf'
import type { TagTone } from '@/ui/Tag'

/** Words for each status; what is being handled says where. */
export const STATUS_LABELS: Record<AppealStatus, string> = {
  submitted: '等接单',
  accepted: '办理中',
  escalated: '已上报',
  dispatched: '等部门接单',
  objected: '部门有异议',
  shelved: '暂时办不了',
  answered: '已答复',
  finished: '已办结',
  reopened: '接着办',
  closed: '已完成',
  withdrawn: '已撤回',
  redirected: '已答复',
}
export const STATUS_TONES: Record<AppealStatus, TagTone> = {
  submitted: 'gold',
  accepted: 'peach',
  escalated: 'peach',
  dispatched: 'peach',
  objected: 'blue',
  shelved: 'gold',
  answered: 'green',
  finished: 'green',
  reopened: 'red',
  closed: 'grey',
  withdrawn: 'grey',
  redirected: 'green',
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
export const URGENCY_LABELS: Record<UrgencyClass, string> = {
  danger: '有危险',
  today: '今天要办',
  soon: '尽快就行',
  complex: '复杂,要些时间',
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
  'appeal.contact': '联系过了',
  'appeal.join': '我也一样',
  'appeal.urge': '催一下',
  'appeal.withdraw': '撤回',
  'appeal.triage': '改分类或告知',
  'appeal.dispatch': '派给部门',
  'appeal.object': '提异议',
  'appeal.decideObjection': '裁定异议',
  'appeal.whistle': '吹哨',
  'appeal.arrive': '报到',
  'appeal.release': '放行',
  'appeal.extend': '申请延期',
  'appeal.decideExtension': '批延期',
  'appeal.shelve': '挂账',
  'appeal.review': '复查',
  'appeal.handOver': '转给同事',
  'appeal.pass': '公开给邻居',
  'appeal.callBack': '回访',
  'appeal.thank': '道声谢',
  'appeal.refer': '转市12345',
}
/** What the timeline says of each step; `by` is who did it. */
export const STEP_TITLES: Record<AppealStepName, (by: string) => string> = {
  'appeal.submit': (by) => `${by}提交了诉求`,
  'appeal.accept': (by) => `${by}已接单`,
  'appeal.answer': (by) => `${by}答复了`,
  'appeal.escalate': (by) => `${by}上报`,
  'appeal.finish': (by) => `${by}办结`,
  'appeal.rate': (by) => `${by}做了评价`,
  'appeal.reopen': (by) => `${by}请再办一次`,
  'appeal.supplement': (by) => `${by}补充`,
  'appeal.call': (by) => `${by}打了电话`,
  'appeal.contact': (by) => `${by}联系了反映人`,
  'appeal.join': (by) => `${by}也遇到了`,
  'appeal.urge': (by) => `${by}催了一下`,
  'appeal.withdraw': (by) => `${by}撤回了`,
  'appeal.triage': (by) => `${by}看过并告知`,
  'appeal.dispatch': (by) => `${by}派给了部门`,
  'appeal.object': (by) => `${by}提出异议`,
  'appeal.decideObjection': (by) => `${by}裁定了异议`,
  'appeal.whistle': (by) => `${by}吹哨`,
  'appeal.arrive': (by) => `${by}已到现场`,
  'appeal.release': (by) => `${by}放行`,
  'appeal.extend': (by) => `${by}申请延期`,
  'appeal.decideExtension': (by) => `${by}答复延期`,
  'appeal.shelve': (by) => `${by}说暂时办不了`,
  'appeal.review': (by) => `${by}复查`,
  'appeal.handOver': (by) => `${by}转给同事接着办`,
  'appeal.pass': (by) => `${by}看过,可以公开`,
  'appeal.callBack': (by) => `${by}打电话回访`,
  'appeal.thank': (by) => `${by}道了谢`,
  'appeal.refer': (by) => `${by}转给了市12345`,
  'appeal.ask': () => '请反映人评价',
  'appeal.unreached': () => '没有等到评价,先结案',
  'appeal.remind': (by) => `已提醒${by}`,
  'appeal.overdue': (by) => `自动转到${by}`,
}
/** How the person was told the result. */
export const TOLD_LABELS: Record<ToldBy, string> = {
  in_app: '在小程序里看',
  by_phone: '打过电话',
  in_person: '当面说了',
}
/** How the person was spoken to while it is worked on. */
export const SPOKEN_LABELS: Record<SpokenBy, string> = { by_phone: '打过电话', in_person: '当面说的' }
/** Whom the work waits for. */
export const WAITING_LABELS: Record<WaitingFor, string> = {
  citizen: '等反映人补充',
  department: '等部门',
  season: '等时机',
  city: '等市里',
}
/** How a case ends that is told another way. */
export const OUTCOME_OF_TRIAGE: Record<TriageOutcome, string> = {
  emergency_redirected: '紧急,已请打110/119/120/122',
  legal_channel: '要走法律渠道',
  linked_duplicate: '和另一件是同一件',
  told_result: '已经办过,告知结果',
  explained: '已解释',
  out_of_scope: '不归这里管,告知去处',
  dissuaded: '不合规定,已劝',
}
export const CONSENT_LABELS: Record<Consent, string> = {
  in_person: '当面同意',
  by_phone: '电话里同意',
  in_group: '群里说的',
}
