import type { Deliverer } from '../../core/outbox'
import { tellPeople } from '../notice/queries'
import { LINK_EVENTS } from './ledger'

/** Says to whom it happened what was said about them, so that a wrong link does not stay unseen. */
const tellMember =
  (title: string, body: string): Deliverer =>
  async (ctx, { id = '' }) => {
    const message = { title, body, label: '我的网格', tone: 'neutral', path: 'pages/me/index' } as const
    await tellPeople(ctx, [{ userId: id, ...message }])
  }

export const membershipDeliverers: Record<string, Deliverer> = {
  [LINK_EVENTS.linked]: tellMember(
    '网格员把您和台账对上了',
    '现在可以在手机上参加测评。不是您的话,请马上告诉网格员',
  ),
  [LINK_EVENTS.unlinked]: tellMember('网格员取消了您和台账的对应', '要在手机上参加测评,请找网格员重新对上'),
}
