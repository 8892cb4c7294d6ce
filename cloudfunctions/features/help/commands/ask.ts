import type { Input } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { HelpView } from '~/types/help'
import { shanghaiDay } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { refuseFlood } from '../../../core/flood'
import { apartFrom } from '../../block/queries'
import { introduceFirst, shownGridOf } from '../../me/queries'
import { attachPictures } from '../../picture/queries'
import { attachVoices } from '../../voice/queries'
import { insertInvites } from '../beside'
import { tellCalled } from '../calling'
import { askFirst, type Fit } from '../fit'
import { listFitting } from '../lists'
import { viewHelp } from '../queries'
import { countAskedSince, countThanked, insertHelp, insertMedia } from '../repo'
import { recordStep } from '../step'
import { alertFrom, keepUntil, reachFrom, readTerms } from '../terms'

/** More than this in a day is no neighbour any more. */
const FLOOD = { hours: 24, most: 8, words: '今天您已经请大家帮了好几回,明天再来吧。急事请直接打网格员电话' }
type AskInput = Input<'help.ask'>

/** Asks the neighbours. Those who fit best are asked before the others, unless it is urgent. */
export async function askForHelp(ctx: Ctx, input: AskInput): Promise<HelpView> {
  const areaCode = shownGridOf(ctx.actor)
  if (areaCode === undefined) {
    throw invalid({ areaCode: '请先选一下您住在哪个网格' })
  }
  const { text, kind, part, urgent = false, forFamily = false, way, place = '' } = input
  const day = input.day ?? null
  if (day !== null && day < shanghaiDay(ctx.now)) {
    throw invalid({ day: '这一天已经过去了,请重新选' })
  }
  await introduceFirst(ctx, input)
  const { id: askerId } = ctx.actor.user
  await refuseFlood(ctx, FLOOD, (since) => countAskedSince(ctx.db, askerId, since))
  const fits = await whoFits(ctx, areaCode, input)
  const terms = await readTerms(ctx)
  const onlyAsked = fits.length > 0 && !urgent
  const help = await insertHelp(ctx.db, {
    ...{ id: ctx.newId(), areaCode, askerId, kind, text, place, day, part, urgent, forFamily, way },
    status: 'open',
    ...reachFrom(terms, urgent, onlyAsked ? null : areaCode, ctx.now),
    ...alertFrom(terms, urgent, areaCode, ctx.now),
    askedAt: ctx.now,
    expireAt: keepUntil(terms, day, ctx.now),
  })
  ctx.trail = { target: help.id, areaCode }
  await insertInvites(
    ctx.db,
    fits.map((fit) => ({ ...fit, helpId: help.id })),
  )
  await attachMedia(ctx, help.id, input)
  await recordStep(ctx, { help, action: 'help.ask', from: '' })
  await tellCalled(ctx, help)
  return viewHelp(ctx, help)
}

/** Neighbours of the village who said that they can do this, and when. */
async function whoFits(ctx: Ctx, areaCode: string, { kind, part, day }: AskInput): Promise<Fit[]> {
  const [ables, apart] = await Promise.all([
    listFitting(ctx.db, areaCodeAt(areaCode, 'village'), kind),
    apartFrom(ctx),
  ])
  const others = ables.filter(({ userId }) => userId !== ctx.actor.user.id && !apart.has(userId))
  const thanks = await countThanked(
    ctx.db,
    others.map(({ userId }) => userId),
  )
  const known = others.map((able) => ({ ...able, thankCount: thanks.get(able.userId) ?? 0 }))
  return askFirst({ areaCode, kind, part, day: day ?? null }, known)
}

async function attachMedia(ctx: Ctx, id: string, { pictureIds = [], voiceIds = [] }: AskInput) {
  await attachPictures(ctx, pictureIds)
  await attachVoices(ctx, voiceIds)
  await insertMedia(ctx.db, id, { pictureIds, voiceIds })
}
