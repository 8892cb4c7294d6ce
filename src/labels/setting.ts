import { TEMPLATE_ACTS, TEMPLATE_CATEGORIES, type TemplateCategory, type UrgencyClass } from '~/types/appeal'
import type { SettingName } from '~/types/setting'
import { ANNOUNCEMENT_TEMPLATE_LABELS } from './announcement'
import { ACTION_LABELS, CATEGORY_LABELS, URGENCY_LABELS } from './appeal'
import { SATISFACTION_LABELS } from './appeal'
import { EVALUATION_SETTING_LINES } from './evaluation'
import { POINTS_LIMIT_LABELS, POINTS_RULE_LABELS } from './points'
import { PACE_LABELS } from './missing'
import { WHISTLE_KIND_LABELS } from './whistle'

export const SETTING_LABELS: Record<SettingName, { title: string; line: string }> = {
  'activity.terms': { title: '志愿活动的时间', line: '取消、回话、签到、补传,各要多久' },
  'activity.stars': { title: '志愿星级', line: '服务满多少小时,升一颗星' },
  'announcement.templates': { title: '通知模板', line: '第一行是标题,下面是正文;要填的地方画两条横线' },
  'appeal.deadlines': { title: '办理时限', line: '多长时间要给居民答复' },
  'appeal.signing': { title: '接单时限', line: '交到手里以后,多长时间要接单' },
  'appeal.contact': { title: '先联系反映人', line: '多长时间要跟反映人说上话' },
  'appeal.again': { title: '超时提醒', line: '过了时限,隔多久再提醒一次' },
  'appeal.terms': {
    title: '异议、挂账、催办和评价',
    line: '提异议、裁定、复查、再催一次、再请评价,各要多久',
  },
  'appeal.limits': { title: '再办、异议和回访的次数', line: '最多几次、几天内' },
  'appeal.community': { title: '村和网格能主办的事', line: '打开的能主办,关上的直接到镇里' },
  'appeal.keywords': { title: '类别关键词', line: '话里有这些词,就先归到这一类' },
  'appeal.templates': { title: '常用的话', line: '办理时点一下就写上,可以再改' },
  'help.terms': { title: '邻里互助', line: '先问谁、多久给更多人看、没人接多久叫工作人员' },
  'whistle.terms': { title: '吹哨到场时限', line: '吹哨以后,部门多长时间要到' },
  'survey.points': { title: '满意度分值', line: '五档各算多少分,新做的测评照这个来' },
  'survey.counts': { title: '测评的门槛', line: '多少票才公布、才排名,新做的测评照这个来' },
  'survey.keep': { title: '测评资料留多久', line: '到时清掉名单和选票,结果留着' },
  'points.rules': { title: '积分怎么给', line: '做一件事得几分' },
  'points.limits': { title: '积分的上限和期限', line: '最多得多少、公示几天、多久过期、一天能兑多少' },
  'party.duty': { title: '党员一年的任务', line: '活动或时长,做到一样就算完成' },
  'evaluation.weights': { title: '党组织评价各项占比', line: '几项加起来要正好是100' },
  'evaluation.rates': { title: '诉求三率怎么算', line: '按时、解决、满意各占多少,回访到多少才排名' },
  'evaluation.exclusions': { title: '评价不计的诉求', line: '这样了结的诉求,不算进三率' },
  'evaluation.terms': { title: '评价的期限和门槛', line: '公示几天,大村小村怎么分,多少算满分' },
  'calendar.days': { title: '节假日和调休', line: '按工作日计算期限时用,周末不用填' },
  'delivery.quiet': { title: '夜里不打扰', line: '这段时间里,除了紧急通知,都等到早上再发' },
  'missing.speeds': { title: '寻人:走多快', line: '每小时最多走多少公里,用来推算人可能到了哪里' },
  'missing.caps': { title: '寻人:走多远', line: '最远推算到多少公里' },
  'missing.rings': { title: '寻人:扩散圈', line: '先通知多近的网格;夜里和极端天气快多少' },
  'missing.waits': { title: '寻人:多久扩大一圈', line: '核实以后,过多久通知到村、镇、邻镇、全区' },
  'missing.terms': { title: '寻人:核实和撤下', line: '多久要核实、多久到期、结束后多久清除' },
}

const objectWithin = (urgency: UrgencyClass) => `提异议:${URGENCY_LABELS[urgency]}`
/** What the lines of a setting hold: times, plain numbers, yes (1) or no (0), words that stand for a category, or whole sentences. */
export const SETTING_KINDS: Record<SettingName, 'times' | 'numbers' | 'switches' | 'words' | 'sentences'> = {
  'activity.terms': 'times',
  'activity.stars': 'times',
  'announcement.templates': 'sentences',
  'appeal.deadlines': 'times',
  'appeal.signing': 'times',
  'appeal.contact': 'times',
  'appeal.again': 'times',
  'appeal.terms': 'times',
  'appeal.limits': 'numbers',
  'appeal.community': 'switches',
  'appeal.keywords': 'words',
  'appeal.templates': 'sentences',
  'help.terms': 'times',
  'whistle.terms': 'times',
  'survey.points': 'numbers',
  'survey.counts': 'numbers',
  'survey.keep': 'times',
  'points.rules': 'numbers',
  'points.limits': 'numbers',
  'evaluation.weights': 'numbers',
  'evaluation.rates': 'numbers',
  'evaluation.exclusions': 'switches',
  'evaluation.terms': 'numbers',
  'calendar.days': 'words',
  'delivery.quiet': 'numbers',
  'missing.speeds': 'numbers',
  'missing.caps': 'numbers',
  'missing.rings': 'numbers',
  'missing.waits': 'times',
  'missing.terms': 'times',
  'party.duty': 'numbers',
}

/** Of these settings lines are added and fall away; the others have all of theirs. */
export const GROWING_SETTINGS: readonly SettingName[] = ['appeal.templates']

export const TEMPLATE_CATEGORY_LABELS: Record<TemplateCategory, string> = {
  any: '不限类别',
  ...CATEGORY_LABELS,
}
const templateLines = TEMPLATE_ACTS.flatMap((act) =>
  TEMPLATE_CATEGORIES.map((category) => [
    `${act}.${category}`,
    `${ACTION_LABELS[`appeal.${act}`]} · ${TEMPLATE_CATEGORY_LABELS[category]}`,
  ]),
)

/** What each line of a setting is called, in the order shown; the key is the path inside the value. */
export const SETTING_LINES: Record<SettingName, Record<string, string>> = {
  'activity.terms': {
    cancel: '开始前多久以前能取消',
    confirm: '有空位后多久内回话',
    early: '提前多久能签到',
    deliver: '没网时扫的码多久内能补传',
  },
  'activity.stars': { one: '一星', two: '二星', three: '三星', four: '四星', five: '五星' },
  'announcement.templates': ANNOUNCEMENT_TEMPLATE_LABELS,
  'appeal.deadlines': URGENCY_LABELS,
  'appeal.signing': URGENCY_LABELS,
  'appeal.contact': URGENCY_LABELS,
  'appeal.again': URGENCY_LABELS,
  'appeal.terms': {
    'object.danger': objectWithin('danger'),
    'object.today': objectWithin('today'),
    'object.soon': objectWithin('soon'),
    'object.complex': objectWithin('complex'),
    decide: '裁定异议',
    review: '挂账后多久复查',
    urge: '隔多久能再催',
    ask: '隔多久再请评价',
    rating: '邻居多久内能评价',
  },
  'appeal.limits': {
    reopens: '最多再办几次',
    reopenDays: '办结后几天内能再办',
    objections: '一件事最多提几次异议',
    asks: '最多请反映人评价几次',
  },
  'appeal.community': CATEGORY_LABELS,
  'appeal.keywords': CATEGORY_LABELS,
  'appeal.templates': Object.fromEntries(templateLines) as Record<string, string>,
  'help.terms': {
    asked: '先问合适的邻居,多久后全网格能看到',
    grid: '没人接,多久后全村能看到',
    village: '没人接,多久后全镇能看到',
    urgent: '急事没人接,多久后叫上一级',
    lonely: '一般的事没人接,多久后叫网格员',
    keep: '没人接或没确认,多久后收起来',
  },
  'whistle.terms': WHISTLE_KIND_LABELS,
  'survey.points': SATISFACTION_LABELS,
  'survey.counts': {
    minBallots: '少于几票不公布',
    rankBallots: '少于几票不排名',
    quorum: '参与率达到百分之几才算数(0为不限)',
    pass: '满意的达到百分之几算通过(0为不评)',
    days: '一般开几天',
  },
  'survey.keep': { roll: '截止后多久清掉参加名单', box: '截止后多久清掉选票' },
  'points.rules': POINTS_RULE_LABELS,
  'points.limits': POINTS_LIMIT_LABELS,
  'party.duty': { activities: '参加活动(次)', hours: '服务时长(小时)' },
  ...EVALUATION_SETTING_LINES,
  'calendar.days': { off: '放假的日子', worked: '周末调成上班的日子' },
  'delivery.quiet': { from: '晚上几点开始(整点)', until: '早上几点结束(整点)' },
  'missing.speeds': PACE_LABELS,
  'missing.caps': PACE_LABELS,
  'missing.rings': {
    first: '最先找的范围(公里)',
    second: '其次找的范围(公里)',
    half: '网格从中心到边(公里)',
    adjoin: '隔多远算邻镇(公里)',
    moved: '线索多远才移动中心(公里)',
    hurry: '夜里和极端天气,等待乘以',
    nightFrom: '夜里从几点起',
    nightUntil: '夜里到几点止',
  },
  'missing.waits': {
    village: '通知到全村',
    town: '通知到全镇',
    adjoining: '通知到邻镇',
    district: '通知到全区',
    again: '隔多久再推算一次',
  },
  'missing.terms': { confirm: '多久内要核实', expire: '找多久到期', wipe: '结束后多久清除资料' },
}

/** Units of time that people set, the largest first, with their seconds. */
export const UNITS = [
  { value: 'day', label: '天', seconds: 86_400 },
  { value: 'hour', label: '小时', seconds: 3600 },
  { value: 'minute', label: '分钟', seconds: 60 },
] as const
export type Unit = (typeof UNITS)[number]['value']
