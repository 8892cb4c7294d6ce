import type { Deliverer } from '../../core/outbox'
import { tellGrid } from '../feed/queries'
import { REMINDED } from './queries'
import { findReminder } from './repo'

/** The grid is reminded; one that was taken back before is told to nobody. */
const tellReminder: Deliverer = async (ctx, payload) => {
  const reminder = await findReminder(ctx.db, payload.id ?? '')
  if (reminder?.status !== 'posted') {
    return
  }
  await tellGrid(ctx, {
    areaCode: reminder.areaCode,
    title: reminder.words,
    body: '大家一起留心,家门口更舒心',
    label: '文明提醒',
    tone: 'neutral',
    path: `features/civility/detail/index?id=${reminder.id}`,
    pictureId: reminder.pictureId,
  })
}

export const civilityDeliverers: Record<string, Deliverer> = { [REMINDED]: tellReminder }
