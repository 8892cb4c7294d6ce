import type { Generated } from 'kysely'
import type { PartyStatus } from '~/types/party'

interface PartyMemberTable {
  id: string
  userId: string
  areaCode: string
  organisation: string
  status: PartyStatus
  registeredAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  reason: Generated<string>
  version: Generated<number>
}
interface PartyPostTable {
  id: string
  areaCode: string
  name: string
  line: string
  shown: boolean
  offeredBy: string
}
interface PartyDutyTable {
  memberId: string
  postId: string
  takenAt: Date
}

export interface PartyTables {
  partyMember: PartyMemberTable
  partyPost: PartyPostTable
  partyDuty: PartyDutyTable
}
