import type { AreaView } from '~/types/area'
import type { MissingReportInput } from '~/types/missing-api'
import type { Kinship, ReportConsent, Sex, Travel } from '~/types/missing'
import type { PictureView } from '~/types/picture'

export const AGO = [
  { value: '15', label: '一刻钟前' },
  { value: '30', label: '半小时前' },
  { value: '60', label: '1小时前' },
  { value: '120', label: '2小时前' },
  { value: '240', label: '4小时前' },
  { value: '480', label: '更早' },
]
const MINUTE = 60_000

export interface ReportDraft {
  name: string
  sex?: Sex
  age: string
  needsHelp: boolean
  abduction: boolean
  looks: string
  travel?: Travel
  place: string
  ago?: string
  area?: AreaView
  pictures: PictureView[]
  kinship?: Kinship
  contactName: string
  contactPhone: string
  agreed: boolean
  consent?: ReportConsent
}
export const EMPTY_DRAFT: ReportDraft = {
  name: '',
  age: '',
  needsHelp: false,
  abduction: false,
  looks: '',
  place: '',
  pictures: [],
  contactName: '',
  contactPhone: '',
  agreed: false,
}

/** As it is sent; what was not filled in is left to the server to name. `helps`: a worker writes it for somebody. */
export function toInput(draft: ReportDraft, helps: boolean, now: number): MissingReportInput {
  const { sex, age, travel, ago, area, pictures, kinship, name, consent, agreed, ...rest } = draft
  return {
    ...rest,
    ...(name !== '' && { name }),
    sex: sex as Sex,
    age: age === '' ? (undefined as unknown as number) : Number(age),
    travel: travel as Travel,
    kinship: kinship as Kinship,
    lastSeenAt: ago === undefined ? '' : new Date(now - Number(ago) * MINUTE).toISOString(),
    ...(area !== undefined && { areaCode: area.code }),
    ...(pictures.length > 0 && { pictureIds: pictures.map((picture) => picture.id) }),
    agreed: agreed as true,
    ...(helps && { consent: consent ?? 'by_phone' }),
  }
}
