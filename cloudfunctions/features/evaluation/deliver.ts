import { shanghaiTime } from '../../core/clock'
import type { Deliverer } from '../../core/outbox'
import { holdersOf } from '../assignment/queries'
import { tellGrids } from '../feed/queries'
import { tellPeople } from '../notice/queries'
import { findEvaluation, listVillages, type VillageRow } from './repo'

const pathOf = (id: string, areaCode: string) =>
  `features/evaluation/village/index?id=${id}&areaCode=${areaCode}`
const BANDS = { higher: '高于平均', similar: '和平均差不多', lower: '低于平均' } as const

function wordsOf({ score, placeFrom, placeTo, placeOf, band }: VillageRow): string {
  const number = score === null ? '这次数据不够,没有得分' : `综合得分${score.toFixed(1)}`
  const place = placeFrom === placeTo ? `第${placeFrom}` : `并列第${placeFrom}到${placeTo}`
  return band === null ? `${number} · 不排名` : `${number} · ${placeOf}个村里${place} · ${BANDS[band]}`
}

export const evaluationDeliverers: Record<string, Deliverer> = {
  /** The secretaries of the villages, who may object. */
  'evaluation.computed': async (ctx, { id = '' }) => {
    const evaluation = await findEvaluation(ctx.db, id)
    if (evaluation?.status === 'objecting' && evaluation.objectionsUntil !== null) {
      const { title, areaCode, objectionsUntil } = evaluation
      const holders = await holdersOf(ctx.db, 'village_secretary', areaCode, ctx.now)
      await tellPeople(
        ctx,
        holders.map(({ userId, areaCode: village }) => ({
          userId,
          title,
          body: `本村的得分出来了,${shanghaiTime(objectionsUntil)}前可以提异议`,
          label: '公示',
          tone: 'progress',
          path: pathOf(id, village),
        })),
      )
    }
  },
  /** Every village its own card, in the feeds of all of its grids. */
  'evaluation.published': async (ctx, { id = '' }) => {
    const evaluation = await findEvaluation(ctx.db, id)
    if (evaluation !== undefined) {
      const villages = await listVillages(ctx.db, id, { scopes: null })
      await tellGrids(
        ctx,
        villages.map((village) => ({
          areaCode: village.areaCode,
          title: evaluation.title,
          body: wordsOf(village),
          label: '评价结果',
          tone: 'good',
          path: pathOf(id, village.areaCode),
        })),
      )
    }
  },
}
