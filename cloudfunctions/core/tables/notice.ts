import type { Generated } from 'kysely'
import type { Tone } from '~/types/feed'

interface NoticeTable {
  id: string
  eventKey: string
  userId: string
  title: string
  body: Generated<string>
  label: string
  tone: Tone
  path: string
  at: Date
  readAt: Date | null
}

export interface NoticeTables {
  notice: NoticeTable
}
