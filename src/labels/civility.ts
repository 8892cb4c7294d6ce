import type { CivilityKind, CivilityStatus } from '~/types/civility'

export const CIVILITY_KIND_LABELS: Record<CivilityKind, string> = {
  litter: '乱扔垃圾',
  parking: '乱停车',
  dogs: '遛狗不拴绳',
  noise: '太吵',
  smoke: '抽烟烟头',
  stairway: '楼道堆东西',
  charging: '飞线充电',
  other: '别的',
}
/** A friendly sentence to begin with, about the thing and never about a person. */
export const CIVILITY_WORDS: Record<CivilityKind, string> = {
  litter: '垃圾请走两步扔进桶里,门口干净了大家都舒心。',
  parking: '请把车停到车位里,给救护车、消防车留出路。',
  dogs: '出门遛狗请拴好绳、带个袋,老人孩子都放心。',
  noise: '天晚了请把声音放小点,让邻居睡个好觉。',
  smoke: '烟头请掐灭再扔,柴草垛旁边别抽烟。',
  stairway: '楼道是逃生的路,东西请搬回家,多谢大家。',
  charging: '请别从楼上拉线充电,容易着火,请到充电桩去充。',
  other: '',
}
export const CIVILITY_STATUS_LABELS: Record<CivilityStatus, string> = {
  posted: '已提醒',
  withdrawn: '已撤回',
}
