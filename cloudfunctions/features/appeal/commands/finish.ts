import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { isHeardOutside } from '../behalf'
import { isOutside } from '../captured'
import { viewAppeal } from '../queries'
import { act, openForAct, takenBy } from '../step'

/**
 * Reports the work done: with a picture of the result or why there is none, and told to the person and to the centre
 * (regulation on appeals, art. 15). Whether it is solved, the resident says.
 */
export async function finishAppeal(ctx: Ctx, input: Input<'appeal.finish'>): Promise<AppealView> {
  const { id, words, pictureIds = [], withoutPicture = '', toldBy = 'in_app', toldBehalf } = input
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.finish')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (pictureIds.length === 0 && withoutPicture === '') {
    throw invalid({ pictureIds: '请拍一张办好后的照片;拍不了,就选一下原因' })
  }
  if (toldBy === 'in_app' && isOutside(appeal)) {
    throw invalid({ toldBy: '反映人不在小程序里,请当面说或打电话告诉他' })
  }
  const outside = isHeardOutside(appeal)
  if (outside && (toldBehalf === undefined || toldBehalf === 'in_app')) {
    throw invalid({ toldBehalf: `请也告诉${appeal.behalfName}本人,当面说或打电话` })
  }
  const behalfToldBy = outside ? toldBehalf : null
  const told = { fedBackCitizenAt: ctx.now, fedBackCentreAt: ctx.now, toldBy, withoutPicture, behalfToldBy }
  const set = { ...takenBy(ctx, appeal), handledAt: ctx.now, ...told }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.finish', set, words, pictureIds }))
}
