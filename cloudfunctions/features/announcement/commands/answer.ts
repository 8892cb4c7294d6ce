import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, invalid } from '../../../core/errors'
import { requireStanding, viewAnnouncement } from '../queries'
import { findAnnouncement, noteOpening, putAnswer, type AnnouncementRow } from '../repo'

/** What is kept of an answer of the form that was asked for. INVALID at the field that is missing or too much. */
function fitting(
  { answer, choices }: AnnouncementRow,
  { choice, number }: Input<'announcement.answer'>,
): { choice: number | null; number: number | null } {
  if (answer === 'choice' && (choice === undefined || choice >= choices.length)) {
    throw invalid({ choice: '请选一项' })
  }
  if (answer === 'number' && number === undefined) {
    throw invalid({ number: '请填一个数' })
  }
  return {
    choice: answer === 'choice' ? (choice ?? null) : null,
    number: answer === 'number' ? (number ?? null) : null,
  }
}

/** Somebody it is meant for answers, or answers otherwise, until its end. */
export async function answerAnnouncement(
  ctx: Ctx,
  input: Input<'announcement.answer'>,
): Promise<AnnouncementView> {
  const { row, grid } = await requireStanding(ctx, await findAnnouncement(ctx.db, input.id))
  ctx.trail = { target: row.id, areaCode: grid ?? row.areaCode }
  if (grid === undefined) {
    throw forbidden('这条通知不用您回复')
  }
  if (row.answer === 'read') {
    throw conflict('not_asked', '这条通知看过就行,不用回复')
  }
  if (row.status !== 'published' || row.expiresAt <= ctx.now) {
    throw conflict('wrong_status', '这条通知已经截止了')
  }
  const given = fitting(row, input)
  const userId = ctx.actor.user.id
  await noteOpening(ctx.db, row, { userId, areaCode: grid }, ctx.now)
  await putAnswer(ctx.db, row, userId, { ...given, now: ctx.now })
  return viewAnnouncement(ctx, { row, grid })
}
