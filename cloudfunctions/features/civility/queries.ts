import type { CivilityView } from '~/types/civility'
import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { getAreaView } from '../area/queries'
import { pictureViews } from '../picture/queries'
import { isStaff, isVisible, type ReminderRow } from './policy'

/** One reminder as the caller may see it; neighbours see the picture once the platform has let it pass. */
export async function viewReminder(ctx: Ctx, row: ReminderRow | undefined): Promise<CivilityView> {
  if (row === undefined || !isVisible(ctx.actor, row)) {
    throw notFound('条提醒')
  }
  const { id, kind, words, areaCode, status, pictureId, at } = row
  const staff = isStaff(ctx.actor, areaCode)
  const [area, pictures] = await Promise.all([
    getAreaView(ctx.db, areaCode),
    pictureViews(ctx, pictureId === null ? [] : [pictureId], staff ? 'people' : 'neighbour'),
  ])
  const picture = pictures.get(pictureId ?? '')
  return {
    id,
    kind,
    words,
    areaName: area.fullName,
    status,
    ...(picture !== undefined && { picture }),
    at: at.toISOString(),
    can: staff && status === 'posted' ? ['civility.withdraw'] : [],
  }
}

/** Told when a reminder is posted. */
export const REMINDED = 'civility.reminded'
