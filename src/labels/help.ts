import type {
  CAREFUL_HELP_KINDS,
  DayPart,
  FitReason,
  FreeTime,
  HelpAction,
  HelpKind,
  HelpReach,
  HelpReportKind,
  HelpRowView,
  HelpStatus,
  HelpWay,
} from '~/types/help'
import type { Assurance } from '~/types/me'
import type { TagTone } from '@/ui/Tag'

export const KIND_LABELS: Record<HelpKind, string> = {
  ride: '搭车接送',
  errand: '跑腿代买',
  company: '陪伴照应',
  watch: '看家浇花',
  fix: '修修弄弄',
  lend: '借件东西',
  medicine: '取药送药',
  money: '缴费取钱',
  childcare: '看会儿孩子',
  other: '别的事',
}
/** How to stay safe with what can go wrong badly. */
export const SAFETY_NOTES: Record<(typeof CAREFUL_HELP_KINDS)[number], string> = {
  medicine: '只帮取、帮送。怎么吃听医生的,别替人拿主意,药盒和单子一起交到手里。',
  money: '银行卡、密码、验证码谁也别给。当面点清,留好小票,钱多的请叫上网格员。',
  childcare: '请家长把联系人、吃药过敏说清楚。两个大人都在更放心,不带孩子出村。',
}
export const STATUS_LABELS: Record<HelpStatus, string> = {
  open: '等人帮',
  matched: '有人帮了',
  confirming: '等确认',
  done: '已帮成',
  cancelled: '不用帮了',
  expired: '已收起',
  removed: '已撤下',
}
export const STATUS_TONES: Record<HelpStatus, TagTone> = {
  open: 'gold',
  matched: 'blue',
  confirming: 'blue',
  done: 'green',
  cancelled: 'grey',
  expired: 'grey',
  removed: 'grey',
}
export const PART_LABELS: Record<DayPart, string> = {
  any: '都行',
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
}
export const FREE_TIME_LABELS: Record<FreeTime, string> = {
  weekday_day: '平时白天',
  weekday_evening: '平时晚上',
  weekend_day: '周末白天',
  weekend_evening: '周末晚上',
}
export const WAY_LABELS: Record<HelpWay, string> = { first: '谁先来谁帮', choose: '我来选一位' }
export const REACH_LABELS: Record<HelpReach, string> = {
  asked: '先问了合适的邻居',
  grid: '本网格看得到',
  village: '全村看得到',
  town: '全镇看得到',
}
export const ABLE_REACH_LABELS: Record<Exclude<HelpReach, 'asked'>, string> = {
  grid: '本网格的',
  village: '本村的',
  town: '全镇的',
}
export const NEAR_LABELS: Record<HelpRowView['near'], string> = {
  grid: '本网格',
  village: '本村',
  town: '本镇',
}
export const REASON_LABELS: Record<FitReason, string> = {
  same_grid: '同一个网格',
  same_village: '同村',
  skill: '说过能帮这样的忙',
  time: '时间合适',
  thanked: '帮过人,受过感谢',
}
export const ASSURANCE_LABELS: Record<Assurance, string> = {
  worker: '网格员确认过住在这里',
  group: '在本网格群里',
  self: '自己选的网格',
}
export const REPORT_LABELS: Record<HelpReportKind, string> = {
  failed: '没帮成,有矛盾',
  unsafe: '不安全',
  selling: '像是买卖',
  numbers: '留了电话微信',
  other: '别的问题',
}
export const ACTION_LABELS: Record<HelpAction, string> = {
  'help.take': '我来帮',
  'help.offer': '我可以帮',
  'help.choose': '请这位来帮',
  'help.done': '帮好了',
  'help.thank': '道声谢',
  'help.cancel': '不用帮了',
  'help.call': '打电话',
  'help.report': '有问题,告诉网格员',
  'help.attend': '我来盯着',
  'help.handle': '处理反映',
  'help.pass': '看过,可以公开',
  'help.block': '不想再碰到这个人',
}
