import { ROLE_RULES, ROLES } from '~/types/roles'
import type { Deliverer } from '../../core/outbox'
import { tellPeople, tellSelected } from '../notice/queries'
import { audienceIn, unreachedUsers } from './audience'
import { findAnnouncement, listSeconds } from './repo'
import { cardOf, keyOf, pathOf, reminderKeyOf } from './telling'

/** Somebody wants a second person to look at it. */
export const ASKED = 'announcement.asked'
/** Those whom it has not reached are told again. */
export const REMINDED = 'announcement.reminded'

const SECONDS = ROLES.filter((role) => ROLE_RULES[role].includes('announcement.approve'))

const askSecond: Deliverer = async (ctx, { id = '' }) => {
  const row = await findAnnouncement(ctx.db, id)
  if (row?.status !== 'waiting') {
    return
  }
  const people = await listSeconds(ctx.db, row, SECONDS, ctx.now)
  const card = { title: row.title, body: '同事写好了一条通知,请您看一看能不能发', label: '待审核' }
  await tellPeople(
    ctx,
    people.map((userId) => ({ ...card, userId, tone: 'urgent' as const, path: pathOf(row) })),
  )
}

const tellDecided: Deliverer = async (ctx, { id = '' }) => {
  const row = await findAnnouncement(ctx.db, id)
  if (row?.status !== 'ready' && row?.status !== 'declined') {
    return
  }
  const agreed = row.status === 'ready'
  const words = agreed
    ? { label: '可以发了', tone: 'good' as const, body: '同事看过了,可以发出去了' }
    : { label: '没有通过', tone: 'urgent' as const, body: row.reason }
  await tellPeople(ctx, [{ ...words, userId: row.createdBy, title: row.title, path: pathOf(row) }])
}

/** Party members and workers are told one by one; the grids were queued in the transaction of the tap. */
const tellAudience: Deliverer = async (ctx, { id = '' }) => {
  const row = await findAnnouncement(ctx.db, id)
  if (row?.status === 'published' && row.audience !== 'everyone') {
    const to = audienceIn(row, row.areaCode, ctx.now)
    await tellSelected({ ...ctx, eventKey: keyOf(row) }, cardOf(row), to)
  }
}

const remindUnreached: Deliverer = async (ctx, { id = '', number = '1' }) => {
  const row = await findAnnouncement(ctx.db, id)
  if (row?.status === 'published') {
    const asked = row.answer === 'read' ? '还没看,请看一看' : '还没回复,请点开看看'
    const card = { ...cardOf(row), body: asked, label: '提醒一下' }
    const eventKey = reminderKeyOf(row, Number(number))
    await tellSelected({ ...ctx, eventKey }, card, unreachedUsers(row, ctx.now))
  }
}

export const announcementDeliverers: Record<string, Deliverer> = {
  [ASKED]: askSecond,
  'announcement.decided': tellDecided,
  'announcement.published': tellAudience,
  [REMINDED]: remindUnreached,
}
