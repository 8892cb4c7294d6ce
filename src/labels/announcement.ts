import type {
  AnnouncementAnswer,
  AnnouncementAudience,
  AnnouncementStatus,
  AnnouncementTemplate,
  AnnouncementUrgency,
  SeriesCycle,
} from '~/types/announcement'
import type { TagTone } from '@/ui/Tag'

export const ANNOUNCEMENT_URGENCY_LABELS: Record<AnnouncementUrgency, string> = {
  emergency: '紧急',
  important: '重要',
  ordinary: '一般',
}
export const ANNOUNCEMENT_URGENCY_TONES: Record<AnnouncementUrgency, TagTone> = {
  emergency: 'red',
  important: 'gold',
  ordinary: 'blue',
}
export const ANNOUNCEMENT_AUDIENCE_LABELS: Record<AnnouncementAudience, string> = {
  everyone: '所有居民',
  party: '报到的党员',
  workers: '网格员',
}
export const ANNOUNCEMENT_ANSWER_LABELS: Record<AnnouncementAnswer, string> = {
  read: '看过就行',
  received: '回个“收到”',
  choice: '选一项',
  number: '报个数',
}
export const ANNOUNCEMENT_STATUS_LABELS: Record<AnnouncementStatus, string> = {
  waiting: '等同事看',
  declined: '没有通过',
  ready: '还没发',
  scheduled: '到时间就发',
  published: '已发出',
  withdrawn: '已撤回',
  ended: '已截止',
}
export const ANNOUNCEMENT_STATUS_TONES: Record<AnnouncementStatus, TagTone> = {
  waiting: 'gold',
  declined: 'red',
  ready: 'gold',
  scheduled: 'blue',
  published: 'green',
  withdrawn: 'grey',
  ended: 'grey',
}
export const ANNOUNCEMENT_TEMPLATE_LABELS: Record<AnnouncementTemplate, string> = {
  outage: '停水停电',
  hazard: '防汛防火',
  health: '体检疫苗',
  meeting: '开会',
  payment: '缴费',
}
export const SERIES_LABELS: Record<SeriesCycle | 'once', string> = {
  once: '只发这一次',
  week: '每周',
  month: '每月',
}
const daysOf = (names: string[]) => names.map((label, n) => ({ value: String(n + 1), label }))
export const WEEKDAYS = daysOf(['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
export const MONTHDAYS = daysOf(Array.from({ length: 31 }, (_, n) => `${n + 1}号`))
