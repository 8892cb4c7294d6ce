import type { Deliverer } from '../../core/outbox'
import { tellPeople } from '../notice/queries'
import { findMember } from './repo'

/** The member hears what the village said. */
const tellDecision: Deliverer = async (ctx, payload) => {
  const member = await findMember(ctx.db, payload.id ?? '')
  if (member?.status !== 'confirmed' && member?.status !== 'declined') {
    return
  }
  const confirmed = member.status === 'confirmed'
  await tellPeople(ctx, [
    {
      userId: member.userId,
      title: confirmed ? '村里确认了您的报到' : '村里没有确认您的报到',
      body: confirmed ? '欢迎在家门口出一份力' : `原因:${member.reason}`,
      label: '党员报到',
      tone: confirmed ? 'good' : 'neutral',
      path: 'features/party/mine/index',
    },
  ])
}

export const partyDeliverers: Record<string, Deliverer> = { 'party.decided': tellDecision }
