import type { MissingStatus } from '~/types/missing'
import { areaCodeAt } from '~/types/area'
import type { Ctx } from '../../core/context'
import type { Row } from '../../core/schema'
import { listGridPoints } from '../area/queries'
import { broadcast, type Message } from '../broadcast/queries'
import { setColumns, type MissingRow } from './repo'
import { gridsToTell, spreadAt, type Search } from './rings'
import { readRingSettings } from './settings'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

const SEX_WORDS = { female: '女', male: '男' } as const
const TRAVEL_WORDS: Record<NonNullable<MissingRow['travel']>, string> = {
  foot: '步行',
  bicycle: '骑自行车',
  tricycle: '骑三轮车',
  e_bike: '骑电动车',
  bus: '坐公交车',
  car: '坐汽车',
  unknown: '',
}
/** Characters of the description on a card. */
const LOOKS_SHOWN = 40

/** What all messages of a search are written under, and what tells its end. */
export const keyOf = ({ id }: { id: string }) => `missing:${id}`
export const endKeyOf = ({ id }: { id: string }) => `missing:${id}:ended`
const pathOf = ({ id }: { id: string }) => `features/missing/detail/index?id=${id}`

/** 男,72岁,骑自行车: nothing by which somebody who does not see them would know them. */
export function headline({ sex, age, travel }: Pick<Row<'missing'>, 'sex' | 'age' | 'travel'>): string {
  const parts = [sex === null ? '' : SEX_WORDS[sex], age === null ? '' : `${age}岁`]
  return [...parts, travel === null ? '' : TRAVEL_WORDS[travel]].filter((part) => part !== '').join(',')
}

/** The card of a search. Never a name, a number or a house. */
export function searchMessage(row: MissingRow): Message {
  const looks = [...row.looks]
  const shown = looks.length > LOOKS_SHOWN ? `${looks.slice(0, LOOKS_SHOWN).join('')}…` : row.looks
  return {
    key: keyOf(row),
    title: `爱心寻人:${headline(row)}`,
    body: `${shown},在${row.place}走失。看到请点这里`,
    label: '正在寻找',
    tone: 'urgent',
    path: pathOf(row),
    pictureId: row.pictureId,
    lane: 'emergency',
    sourceCode: row.areaCode,
  }
}

const THANKS = { label: '已找到', tone: 'good', body: '人已经找到,平安。谢谢每一位帮忙的邻居' } as const
/** How the groups hear of the end. When it is a sad one the words are quiet. */
const END_WORDS: Record<
  Exclude<MissingStatus, 'reported' | 'with_police' | 'searching'>,
  Pick<Message, 'label' | 'tone' | 'body'>
> = {
  found_safe: THANKS,
  found_injured: { ...THANKS, body: '人已经找到,正在照料。谢谢每一位帮忙的邻居' },
  found_dead: {
    label: '已结束',
    tone: 'neutral',
    body: '寻找已经结束。谢谢每一位帮忙的邻居,请不要再转发,也请给家人一些安静',
  },
  cancelled: { label: '已撤回', tone: 'neutral', body: '这条寻人不用再找了,已经撤回。谢谢大家' },
  expired: { label: '已到期', tone: 'neutral', body: '这条寻人已经到期撤下。谢谢大家' },
}

export function endMessage(row: MissingRow): Message | undefined {
  const words = END_WORDS[row.status as keyof typeof END_WORDS] as
    (typeof END_WORDS)['found_safe'] | undefined
  return words === undefined
    ? undefined
    : {
        ...{ key: endKeyOf(row), title: '爱心寻人', path: pathOf(row), pictureId: null },
        ...{ lane: 'emergency', sourceCode: row.areaCode },
        ...words,
      }
}

/** What the rings are drawn from; undefined for a case that is not searched for. */
export function searchOf(row: MissingRow): Search | undefined {
  const { age, travel, verifiedAt, centreCode, centreAt, centreLatitude, centreLongitude } = row
  if (
    age === null ||
    travel === null ||
    verifiedAt === null ||
    centreCode === null ||
    centreAt === null ||
    centreLatitude === null ||
    centreLongitude === null
  ) {
    return undefined
  }
  const { needsHelp, weather } = row
  const centre = { latitude: centreLatitude, longitude: centreLongitude }
  return { age, travel, needsHelp, weather, verifiedAt, centre, centreCode, centreAt }
}

/**
 * Tells every grid that the news must have reached by now and has not, nearest first. Level-triggered: late, twice
 * and after a restart it comes to the same. The case must be locked.
 */
export async function spread(ctx: At, row: MissingRow): Promise<MissingRow> {
  const search = searchOf(row)
  if (search === undefined || row.status !== 'searching') {
    return setColumns(ctx.db, row.id, { spreadAt: null })
  }
  const settings = await readRingSettings(ctx)
  const { ring, radiusKm, nextAt } = spreadAt(search, ctx.now, settings)
  const grids = await listGridPoints(ctx.db, areaCodeAt(row.areaCode, 'district'))
  await broadcast(ctx, searchMessage(row), gridsToTell(search, { ring, radiusKm }, grids, settings.rings))
  return setColumns(ctx.db, row.id, { ring, spreadAt: nextAt })
}
