import type { ColumnType, Generated } from 'kysely'
import type { AttachmentKind } from '~/types/attachment'
import type {
  AnnouncementAnswer,
  AnnouncementAudience,
  AnnouncementStatus,
  AnnouncementUrgency,
  SeriesCycle,
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
  attachmentId: ColumnType<string | null, string | null | undefined, string | null>
  /** The first of its series, and the time for which it was made. */
  repeatOf: ColumnType<string | null, string | null | undefined, string | null>
  repeatAt: ColumnType<Date | null, Date | null | undefined, Date | null>
}
interface AnnouncementSeriesTable {
  announcementId: string
  every: SeriesCycle
  days: number[]
  at: string
  /** YYYY-MM-DD. */
  until: string
  nextAt: Date | null
  stoppedAt: Date | null
}
interface AttachmentTable {
  id: string
  userId: string
  rawPath: string
  fileKey: string | null
  name: string
  kind: AttachmentKind | null
  bytes: number | null
  createdAt: Date
  attachedAt: Date | null
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
  announcementSeries: AnnouncementSeriesTable
  attachment: AttachmentTable
}
