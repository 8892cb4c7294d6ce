import type { ColumnType, Generated } from 'kysely'
import type { BroadcastLane, BroadcastState, Tone } from '~/types/feed'

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
  lane: BroadcastLane
  /** Town of the sender, or the district. */
  sourceCode: string
}
interface BroadcastGridTable {
  broadcastId: string
  areaCode: string
  position: number
  state: Generated<BroadcastState>
  queuedAt: Date
  toldAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Failures of this grid. */
  attempts: Generated<number>
  /** Not before this moment. */
  runAt: Date
  lastError: ColumnType<string | null, string | null | undefined, string | null>
}
interface BroadcastTurnTable {
  sourceCode: string
  turn: number
}

export interface BroadcastTables {
  broadcast: BroadcastTable
  broadcastGrid: BroadcastGridTable
  broadcastTurn: BroadcastTurnTable
}
