import type {
  Direction,
  Finding,
  Kinship,
  MissingStatus,
  Pace,
  ReportConsent,
  Ring,
  Sex,
  SightingStatus,
  Travel,
  Weather,
} from '~/types/missing'
import type { TagTone } from '@/ui/Tag'

export const MISSING_STATUS_LABELS: Record<MissingStatus, string> = {
  reported: '等核实',
  with_police: '已交公安',
  searching: '正在寻找',
  found_safe: '已找到',
  found_injured: '已找到',
  found_dead: '已结束',
  cancelled: '已撤回',
  expired: '已到期',
}
export const MISSING_STATUS_TONES: Record<MissingStatus, TagTone> = {
  reported: 'gold',
  with_police: 'blue',
  searching: 'red',
  found_safe: 'green',
  found_injured: 'green',
  found_dead: 'grey',
  cancelled: 'grey',
  expired: 'grey',
}
/** What the public page says at the end. */
export const END_WORDS: Partial<Record<MissingStatus, { title: string; line: string }>> = {
  found_safe: { title: '已找到,谢谢大家', line: '人已经平安找到。照片和电话都撤下了,请不要再转发。' },
  found_injured: {
    title: '已找到,谢谢大家',
    line: '人已经找到,正在照料。照片和电话都撤下了,请不要再转发。',
  },
  found_dead: { title: '寻找已经结束', line: '谢谢每一位帮忙的邻居。请不要再转发,给家人一些安静。' },
  cancelled: { title: '这条寻人已撤回', line: '不用再找了。照片和电话都撤下了,谢谢大家。' },
  expired: { title: '这条寻人已到期', line: '照片和电话都撤下了。如果还要找,家人可以再报一次。' },
}

export const SEX_LABELS: Record<Sex, string> = { female: '女', male: '男' }
export const TRAVEL_LABELS: Record<Travel, string> = {
  foot: '步行',
  bicycle: '自行车',
  tricycle: '三轮车',
  e_bike: '电动车',
  bus: '公交车',
  car: '汽车',
  unknown: '不清楚',
}
export const PACE_LABELS: Record<Pace, string> = {
  needs_help: '步行:需要帮助的人',
  elder: '步行:老人',
  small_child: '步行:6岁以下',
  child: '步行:7到13岁',
  adult: '步行:大人',
  bicycle: '自行车',
  tricycle: '人力三轮车',
  e_bike: '电动车、电三轮',
  unknown: '不清楚怎么走的',
}
export const WEATHER_LABELS: Record<Weather, string> = {
  mild: '天气还好',
  cold: '天冷(零下)',
  hot: '天热(35度以上)',
}
export const KINSHIP_LABELS: Record<Kinship, string> = {
  child: '子女',
  spouse: '老伴、爱人',
  parent: '父母',
  relative: '亲戚',
  neighbour: '邻居',
  carer: '照看他的人',
  other: '别的',
}
export const REPORT_CONSENT_LABELS: Record<ReportConsent, string> = {
  by_phone: '电话里同意的',
  in_person: '当面同意的',
}
export const RING_LABELS: Record<Ring, string> = {
  near: '附近网格',
  village: '本村',
  town: '本镇',
  adjoining: '邻镇',
  district: '全区',
}
export const DIRECTION_LABELS: Record<Direction, string> = {
  north: '北',
  northeast: '东北',
  east: '东',
  southeast: '东南',
  south: '南',
  southwest: '西南',
  west: '西',
  northwest: '西北',
}
export const FINDING_LABELS: Record<Finding, string> = {
  found_safe: '平安',
  found_injured: '受伤,在照料',
  found_dead: '人不在了',
}
export const SIGHTING_LABELS: Record<SightingStatus, { label: string; tone: TagTone }> = {
  received: { label: '等核实', tone: 'gold' },
  confirmed: { label: '可信', tone: 'green' },
  rejected: { label: '不对', tone: 'grey' },
}
/** What a step of the history is called. */
export const MISSING_STEP_LABELS: Record<string, string> = {
  'missing.report': '报了寻人',
  'missing.verify': '核实了',
  'missing.unverified': '没人核实',
  'missing.confirmSighting': '核实了线索',
  'missing.extend': '接着找',
  'missing.found': '找到了',
  'missing.cancel': '撤回了',
  'missing.expire': '到期撤下',
}
