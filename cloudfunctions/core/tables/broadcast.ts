import type { ColumnType, Generated } from 'kysely'
import type { BroadcastState, Tone } from '~/types/feed'

interface BroadcastTable {
  id: string
  key: string
  title: string
  body: Generated<string>
  label: string
  tone: Tone
  path: string
  pictureId: string | null
  afterKey: string | null
  createdAt: Date
  /** Failures since the last batch that was told. */
  attempts: Generated<number>
  /** Not before this moment, after a failure. */
  runAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Set aside after too many failures. */
  deadAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  lastError: ColumnType<string | null, string | null | undefined, string | null>
}
interface BroadcastGridTable {
  broadcastId: string
  areaCode: string
  position: number
  state: Generated<BroadcastState>
  queuedAt: Date
  toldAt: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface BroadcastTables {
  broadcast: BroadcastTable
  broadcastGrid: BroadcastGridTable
}
