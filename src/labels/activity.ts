import type { ActivityKind, ActivityStatus, SignupStatus } from '~/types/activity'
import type { TagTone } from '@/ui'

export const KIND_LABELS: Record<ActivityKind, string> = {
  snow: '扫雪除冰',
  flood: '防汛巡查',
  gate: '门岗值守',
  patrol: '平安巡逻',
  waste: '垃圾分类',
  clean: '清洁家园',
  elder: '助老助残',
  event: '文体活动',
  other: '其他',
}

export const ACTIVITY_STATUS_LABELS: Record<ActivityStatus, string> = {
  draft: '草稿',
  proposed: '等村里看',
  published: '招募中',
  declined: '没有采用',
  called_off: '已取消',
  reported: '办完了',
}
export const ACTIVITY_STATUS_TONES: Record<ActivityStatus, TagTone> = {
  draft: 'grey',
  proposed: 'gold',
  published: 'green',
  declined: 'grey',
  called_off: 'red',
  reported: 'blue',
}

export const SIGNUP_LABELS: Record<SignupStatus, string> = {
  waiting: '候补中',
  offered: '有位置了',
  going: '报上了',
  arrived: '已签到',
  left: '已签退',
  served: '时长已记',
  absent: '没有到',
  cancelled: '已取消',
  lapsed: '没有排上',
}
export const SIGNUP_TONES: Record<SignupStatus, TagTone> = {
  waiting: 'gold',
  offered: 'red',
  going: 'green',
  arrived: 'green',
  left: 'blue',
  served: 'blue',
  absent: 'grey',
  cancelled: 'grey',
  lapsed: 'grey',
}
