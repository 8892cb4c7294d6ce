import type {
  AwardAction,
  AwardList,
  AwardStatus,
  EntryKind,
  PointsCategory,
  PointsLimit,
  PointsRule,
  RedemptionStatus,
} from '~/types/points'
import type { TagTone } from '@/ui/Tag'

export const POINTS_RULE_LABELS: Record<PointsRule, string> = {
  took_part: '参加测评或投票',
  turned_up: '参加志愿活动',
  helped: '帮邻居一把',
  sighting: '提供寻人线索',
  meeting: '参加村民会议',
  doorstep: '门前三包',
  clean_up: '参加大扫除',
  civil_act: '文明好事',
  public_good: '公益劳动',
  responsibility: '义务巡查值守',
  honour: '获得表彰',
  party_post: '党员岗位尽责',
}
export const POINTS_CATEGORY_LABELS: Record<PointsCategory, string> = {
  governance: '治理参与',
  environment: '环境卫生',
  neighbour: '邻里互助',
  custom: '乡风文明',
  safety: '安全寻人',
  party: '党员先锋',
}
/** Each says its unit. */
export const POINTS_LIMIT_LABELS: Record<PointsLimit, string> = {
  day: '一人一天最多得(分)',
  month: '一人一月最多得(分)',
  householdMonth: '一户一月最多得(分)',
  share: '一类最多占全月的(%)',
  approveFrom: '几分起要另一人同意(分)',
  publishDays: '公示(天)',
  decideDays: '异议几个工作日内答复(天)',
  expiryMonths: '几个月后过期(月)',
  warnDays: '提前多久提醒过期(天)',
  redeemDay: '一户一天最多兑(分)',
  collectDays: '兑好的东西保留(天)',
}
export const AWARD_STATUS_LABELS: Record<AwardStatus, string> = {
  proposed: '等人同意',
  published: '公示中',
  objected: '有异议,核实中',
  credited: '已到账',
  refused: '没有通过',
  dropped: '异议成立,不给了',
  reversed: '已收回',
}
export const ENTRY_LABELS: Record<EntryKind, string> = {
  award: '得分',
  reversal: '收回',
  redemption: '兑换',
  return: '退回积分',
  expiry: '到期失效',
  transfer: '并入家庭账户',
}
export const REDEMPTION_LABELS: Record<RedemptionStatus, string> = {
  reserved: '等您来取',
  collected: '已取走',
  returned: '没有取,已退回',
}
export const AWARD_TONES: Record<AwardStatus, TagTone> = {
  proposed: 'gold',
  published: 'blue',
  objected: 'gold',
  credited: 'green',
  refused: 'grey',
  dropped: 'grey',
  reversed: 'grey',
}
export const AWARD_LIST_LABELS: Record<AwardList, string> = {
  waiting: '等同意',
  published: '公示中',
  objected: '有异议',
  settled: '办完的',
}
/** Words on the buttons. */
export const AWARD_ACTION_LABELS: Record<AwardAction, string> = {
  'points.approve': '同意',
  'points.refuse': '不给了',
  'points.object': '提异议',
  'points.decideObjection': '答复异议',
  'points.reverse': '收回',
}
