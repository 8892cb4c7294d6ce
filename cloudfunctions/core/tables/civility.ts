import type { Generated } from 'kysely'
import type { CivilityKind, CivilityStatus } from '~/types/civility'

interface CivilityReminderTable {
  id: string
  areaCode: string
  kind: CivilityKind
  words: string
  pictureId: string | null
  status: CivilityStatus
  postedBy: string
  at: Date
  reason: Generated<string>
  version: Generated<number>
}

export interface CivilityTables {
  civilityReminder: CivilityReminderTable
}
