import { maskName } from '../../core/masking'
import type { Deliverer } from '../../core/outbox'
import { shanghaiDay } from '../../core/clock'
import { tellFeed } from '../feed/queries'
import { tellPeople } from '../notice/queries'
import { findRedemption } from './goods'
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

/** The person hears that the publication is over and the points are there. */
const tellCredit: Deliverer = async (ctx, payload) => {
  const award = await findAward(ctx.db, payload.id ?? '')
  if (award !== undefined) {
    await tellPeople(ctx, [
      {
        userId: award.userId,
        title: `得了${award.points}分积分`,
        body: award.words,
        label: '积分到账',
        tone: 'good',
        path: 'features/points/account/index',
      },
    ])
  }
}

const tellReturn: Deliverer = async (ctx, payload) => {
  const row = await findRedemption(ctx.db, payload.id ?? '')
  if (row !== undefined) {
    await tellPeople(ctx, [
      {
        userId: row.userId,
        title: `${row.goodsName}过时没取,${row.price}分退回来了`,
        body: '还想要可以再兑',
        label: '积分退回',
        tone: 'neutral',
        path: 'features/points/account/index',
      },
    ])
  }
}

export const pointsDeliverers: Record<string, Deliverer> = {
  'points.published': tellPublication,
  'points.credited': tellCredit,
  'points.returned': tellReturn,
}
