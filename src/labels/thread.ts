import type { PostAction, PostReportKind } from '~/types/thread'

export const POST_ACTION_LABELS: Record<PostAction, string> = {
  'thread.hide': '不让大家看',
  'thread.report': '有问题,告诉工作人员',
  'thread.pass': '看过,没问题',
  'thread.block': '不想再看到这个人',
}
export const POST_REPORT_LABELS: Record<PostReportKind, string> = {
  rude: '骂人、难听',
  selling: '买卖、广告',
  numbers: '留了电话微信',
  untrue: '不是真的',
  other: '别的问题',
}
