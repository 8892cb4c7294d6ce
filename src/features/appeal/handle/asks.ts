import {
  APPEAL_CATEGORIES,
  RATING_OUTCOMES,
  SATISFACTIONS,
  SPOKEN_BY,
  TOLD_BY,
  TRIAGE_OUTCOMES,
  URGENCY_CLASSES,
  type AppealView,
} from '~/types/appeal'
import type { Output } from '~/types/api'
import { LEGAL_CHANNELS } from '~/types/legal'
import { WHISTLE_KINDS, type WhistleView } from '~/types/whistle'
import {
  CATEGORY_LABELS,
  OUTCOME_LABELS,
  OUTCOME_OF_TRIAGE,
  SATISFACTION_LABELS,
  SPOKEN_LABELS,
  TOLD_LABELS,
  URGENCY_LABELS,
} from '@/labels/appeal'
import { CHANNEL_LABELS } from '@/labels/legal'
import { WHISTLE_KIND_LABELS } from '@/labels/whistle'
import { spanWords } from '@/time'

export type Helpers = Output<'appeal.helpers'>
export interface Option {
  value: string
  label: string
}

/** One thing that is chosen beside the words. */
export interface Ask {
  /** Name of the input's field. */
  field: string
  label: string
  options(appeal: AppealView, helpers: Helpers): Option[]
  /** Several may be chosen. */
  many?: boolean
  /** Written instead of chosen: what stands in the empty field. */
  written?: string
  /** Said when there is nothing to choose from; without it the question is left out. */
  none?: string
  /** How many are shown before 更多. */
  more?: number
  /** What the chip's value is to the server; text when absent. */
  as?: 'number' | 'yesno'
  /** Only asked when these choices were made. */
  when?: Partial<Record<string, string>>
}

const departments = (_appeal: AppealView, helpers: Helpers) =>
  helpers.departments.map(({ code, name }) => ({ value: code, label: name }))
const stars = () => ['5', '4', '3', '2', '1'].map((value) => ({ value, label: `${value}分` }))
const yesno = (yes: string, no: string) => () => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
]
const whistled = (action: WhistleView['can'][number]) => (appeal: AppealView) =>
  appeal.whistles
    .filter(({ can }) => can.includes(action))
    .map(({ id, departmentName, kind }) => ({
      value: id,
      label: `${departmentName} · ${WHISTLE_KIND_LABELS[kind]}`,
    }))

/** Why there may be no picture of a result. */
const WITHOUT_PICTURE = ['没有能拍的东西', '在别人家里,不方便拍', '人家不愿意拍']

export const ASKS = {
  level: {
    field: 'to',
    label: '报给谁?',
    options: ({ level }: AppealView) =>
      [
        { value: 'village', label: '报给村里' },
        { value: 'town', label: '报给镇里' },
      ].slice(level === 'grid' ? 0 : 1),
  },
  outcome: {
    field: 'outcome',
    label: '怎么处理?(只改分类就不选)',
    options: () => TRIAGE_OUTCOMES.map((value) => ({ value, label: OUTCOME_OF_TRIAGE[value] })),
  },
  channel: {
    field: 'channel',
    label: '该走哪个渠道?',
    options: () => LEGAL_CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] })),
    when: { outcome: 'legal_channel' },
  },
  category: {
    field: 'category',
    label: '改类别',
    more: 6,
    options: () => APPEAL_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] })),
  },
  urgency: {
    field: 'urgency',
    label: '改急缓',
    options: () => URGENCY_CLASSES.map((value) => ({ value, label: URGENCY_LABELS[value] })),
  },
  department: { field: 'department', label: '哪个部门?', more: 8, options: departments },
  newDepartment: {
    field: 'department',
    label: '改派给谁?(不选就退回镇里)',
    more: 8,
    options: departments,
    when: { upheld: 'yes' },
  },
  departments: { field: 'departments', label: '叫哪些部门?', many: true, options: departments },
  kind: {
    field: 'kind',
    label: '哪种哨?',
    options: (_appeal: AppealView, { whistleTerms }: Helpers) =>
      WHISTLE_KINDS.map((value) => ({
        value,
        label: `${WHISTLE_KIND_LABELS[value]} · ${spanWords(whistleTerms[value] * 1000)}内到场`,
      })),
  },
  arriving: { field: 'whistleId', label: '哪一次吹哨?', options: whistled('appeal.arrive') },
  releasing: { field: 'whistleId', label: '放行谁?', options: whistled('appeal.release') },
  objecting: { field: 'whistleId', label: '哪一次吹哨?', options: whistled('appeal.object') },
  deciding: { field: 'whistleId', label: '哪个部门的异议?', options: whistled('appeal.decideObjection') },
  justified: { field: 'justified', label: '这次吹哨该不该吹?(可以不打分)', as: 'number', options: stars },
  useful: { field: 'useful', label: '来得及时、管用吗?', as: 'number', options: stars },
  upheld: { field: 'upheld', label: '异议成立吗?', as: 'yesno', options: yesno('成立', '不成立') },
  toldBy: {
    field: 'toldBy',
    label: '怎么告诉反映人的?',
    options: ({ outside }: AppealView) =>
      TOLD_BY.filter((value) => !outside || value !== 'in_app').map((value) => ({
        value,
        label: TOLD_LABELS[value],
      })),
  },
  spokenBy: {
    field: 'by',
    label: '怎么联系的?',
    options: () => SPOKEN_BY.map((value) => ({ value, label: SPOKEN_LABELS[value] })),
  },
  toldBehalf: {
    field: 'toldBehalf',
    label: '也告诉他本人了吗?(替他提的)',
    options: ({ behalf }: AppealView) =>
      behalf === null || behalf.inProgram === true
        ? []
        : TOLD_BY.filter((value) => value !== 'in_app').map((value) => ({
            value,
            label: `${TOLD_LABELS[value]} · ${behalf.name}`,
          })),
  },
  withoutPicture: {
    field: 'withoutPicture',
    label: '没有照片的话,为什么?',
    options: () => WITHOUT_PICTURE.map((value) => ({ value, label: value })),
  },
  reached: { field: 'reached', label: '打通了吗?', as: 'yesno', options: yesno('打通了', '没打通') },
  heardOutcome: {
    field: 'outcome',
    label: '他说解决了吗?',
    options: () => RATING_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
    when: { reached: 'yes' },
  },
  heardSatisfaction: {
    field: 'satisfaction',
    label: '他满意吗?',
    options: () => SATISFACTIONS.map((value) => ({ value, label: SATISFACTION_LABELS[value] })),
    when: { reached: 'yes' },
  },
  granted: { field: 'granted', label: '同意延期吗?', as: 'yesno', options: yesno('同意', '不同意') },
  resume: { field: 'resume', label: '现在能办了吗?', as: 'yesno', options: yesno('能办了,接着办', '再等等') },
  cityNumber: {
    field: 'cityNumber',
    label: '12345的工单编号',
    written: '照工单上的抄,字母也要',
    options: () => [],
  },
  days: {
    field: 'days',
    label: '延几天?',
    as: 'number',
    options: () => ['1', '3', '7', '15'].map((value) => ({ value, label: `${value}天` })),
  },
  colleague: {
    field: 'userId',
    label: '转给谁?',
    none: '这里现在没有别的同事,办不了可以上报',
    options: (_appeal: AppealView, { colleagues }: Helpers) =>
      colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
  },
} satisfies Record<string, Ask>

/** Choices as the server takes them; what was not asked or not chosen is left out. */
export function toChoices(asks: Ask[], picked: Record<string, string[]>): Record<string, unknown> {
  const shown = asks.filter((ask) => isAsked(ask, picked))
  return Object.fromEntries(
    shown.flatMap(({ field, many, as }): [string, unknown][] => {
      const values = picked[field] ?? []
      const [first] = values
      if (many === true) {
        return [[field, values]]
      }
      if (first === undefined) {
        return []
      }
      return [[field, as === 'number' ? Number(first) : as === 'yesno' ? first === 'yes' : first]]
    }),
  )
}

export function isAsked({ when = {} }: Ask, picked: Record<string, string[]>): boolean {
  return Object.entries(when).every(([field, value]) => picked[field]?.[0] === value)
}
