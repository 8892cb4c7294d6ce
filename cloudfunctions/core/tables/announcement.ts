import type { Generated } from 'kysely'
import type {
  AnnouncementAnswer,
  AnnouncementAudience,
  AnnouncementStatus,
  AnnouncementUrgency,
} from '~/types/announcement'

interface AnnouncementTable {
  id: string
  areaCode: string
  audience: AnnouncementAudience
  urgency: AnnouncementUrgency
  title: string
  words: string
  pictureId: string | null
  answer: AnnouncementAnswer
  choices: Generated<string[]>
  unit: Generated<string>
  status: AnnouncementStatus
  createdBy: string
  createdAt: Date
  decidedBy: string | null
  startsAt: Date | null
  publishedAt: Date | null
  expiresAt: Date
  reason: Generated<string>
  reminders: Generated<number>
  remindedAt: Date | null
  version: Generated<number>
}
interface AnnouncementReaderTable {
  announcementId: string
  userId: string
  areaCode: string
  openedAt: Date
  answeredAt: Date | null
  choice: number | null
  number: number | null
}

export interface AnnouncementTables {
  announcement: AnnouncementTable
  announcementReader: AnnouncementReaderTable
}
