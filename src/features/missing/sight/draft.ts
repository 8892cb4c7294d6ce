import type { AreaView } from '~/types/area'
import type { MissingSightInput } from '~/types/missing-api'
import type { Direction } from '~/types/missing'
import type { PictureView } from '~/types/picture'

/** How long ago it was, in minutes. */
export const AGO = [
  { value: '0', label: '就是现在' },
  { value: '15', label: '一刻钟前' },
  { value: '30', label: '半小时前' },
  { value: '60', label: '1小时前' },
  { value: '120', label: '2小时前' },
  { value: '240', label: '更早' },
]
const MINUTE = 60_000

export interface SightDraft {
  self?: 'yes' | 'no'
  ago?: string
  area?: AreaView
  place: string
  direction?: Direction
  words: string
  pictures: PictureView[]
  phone: string
}
export const EMPTY_DRAFT: SightDraft = { place: '', words: '', pictures: [], phone: '' }

/** The first of the three questions that has no answer yet. */
export function unanswered({ self, ago, area }: SightDraft): 'self' | 'ago' | 'area' | undefined {
  return self === undefined ? 'self' : ago === undefined ? 'ago' : area === undefined ? 'area' : undefined
}

export function toInput(id: string, draft: SightDraft, now: number): MissingSightInput {
  const { self, ago, area, place, direction, words, pictures, phone } = draft
  return {
    id,
    self: self === 'yes',
    seenAt: new Date(now - Number(ago ?? 0) * MINUTE).toISOString(),
    areaCode: area?.code ?? '',
    ...(place !== '' && { place }),
    ...(direction !== undefined && { direction }),
    ...(words !== '' && { words }),
    ...(pictures.length > 0 && { pictureIds: pictures.map((picture) => picture.id) }),
    ...(phone !== '' && { phone }),
  }
}
