import { maskName } from '../../core/masking'
import type { Deliverer } from '../../core/outbox'
import { shanghaiDay } from '../../core/clock'
import { tellFeed } from '../feed/queries'
import { findAward } from './repo'

/** An award is open to all for some days. In the feed alone: a card in the group for each would be a burden. */
const tellPublication: Deliverer = async (ctx, payload) => {
  const award = await findAward(ctx.db, payload.id ?? '')
  if (award?.status !== 'published' || award.publishedUntil === null) {
    return
  }
  const name = award.name === '' ? '一位居民' : maskName(award.name)
  await tellFeed(ctx, {
    areaCode: award.areaCode,
    title: `积分公示:${name} ${award.points}分`,
    body: `公示到${shanghaiDay(award.publishedUntil)},有意见可以提`,
    label: '积分公示',
    tone: 'neutral',
    path: 'features/points/published/index',
    pictureId: null,
  })
}

export const pointsDeliverers: Record<string, Deliverer> = { 'points.published': tellPublication }
