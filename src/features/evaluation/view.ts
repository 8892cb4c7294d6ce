import type {
  ComponentView,
  EvaluationComponent,
  EvaluationFact,
  EvaluationView,
  EvaluationVillageRowView,
} from '~/types/evaluation'
import {
  EVALUATION_COMPONENT_LABELS,
  EVALUATION_KIND_LABELS,
  EVALUATION_SIZE_LABELS,
  LEFT_OUT_LABELS,
} from '@/labels/evaluation'
import { day } from '@/time'

/** 92.4 */
export const points = (value: number) => value.toFixed(1)
/** 45%, 33.3% */
export const percent = (value: number) => `${Number(value.toFixed(1))}%`

/** 2026-01-01 到 2026-03-31: the last day counts, the moment after it does not. */
export const periodWords = ({ from, to }: Pick<EvaluationView, 'from' | 'to'>) =>
  `${day(from)} 到 ${day(new Date(Date.parse(to) - 1).toISOString())}`

type Place = Pick<EvaluationVillageRowView, 'places' | 'score'>

/** 第3名; 并列第2到5名 where the intervals overlap; why there is none. */
export function placeWords({ places, score }: Place): string {
  if (places === null) {
    return score === null ? '这次没有得分' : '资料太少,不排名'
  }
  return places.from === places.to ? `第${places.from}名` : `并列第${places.from}到${places.to}名`
}

/** 乡镇 · 小村: those that are compared with each other. */
export function classWords({ kind, size }: Pick<EvaluationVillageRowView, 'kind' | 'size'>): string {
  return [EVALUATION_KIND_LABELS[kind], EVALUATION_SIZE_LABELS[size]].filter((word) => word !== '').join(' · ')
}

interface Class<T> {
  name: string
  /** How many of it have a place. */
  placed: number
  villages: T[]
}

/** Villages as they came, class by class. */
export function classesOf<T extends EvaluationVillageRowView>(villages: T[]): Class<T>[] {
  const classes = new Map<string, Class<T>>()
  for (const village of villages) {
    const name = classWords(village)
    const { villages: before = [] } = classes.get(name) ?? {}
    const placed = village.places?.of ?? classes.get(name)?.placed ?? 0
    classes.set(name, { name, placed, villages: [...before, village] })
  }
  return [...classes.values()]
}

/** 93.2×50% + 88.0×30% = 91.1; what is left out has given its weight to the others. Empty without a score. */
export function formulaOf(components: ComponentView[], score: number | null): string {
  const counted = components.flatMap(({ value, share }) =>
    value === null || share === 0 ? [] : [`${points(value)}×${percent(share)}`],
  )
  return score === null ? '' : `${counted.join(' + ')} = ${points(score)}`
}

/** What each fact says; those that need another to make sense are said with it. */
const FACTS: Partial<Record<EvaluationFact, (value: number, facts: ComponentView['facts']) => string>> = {
  ballots: (value, { electors = 0 }) => `${electors}人里有${value}人评了`,
  low: (value, { high = value }) => `有95%的把握在${points(value)}到${points(high)}之间`,
  effective: (value) => `相当于${value}张票的把握`,
  counted: (value) => `算了${value}件`,
  excluded: (value) => (value === 0 ? '' : `按规定不计的${value}件`),
  pending: (value) => (value === 0 ? '' : `还没到时间的${value}件,这次不算`),
  inTime: (value) => `按时答复${percent(value)}`,
  solved: (value) => `解决${percent(value)}`,
  satisfied: (value) => `满意${points(value)}分`,
  reached: (value, { reachedShare }) =>
    `问到了${value}位反映人${reachedShare === undefined ? '' : `(${percent(reachedShare)})`}`,
  hours: (value) => `志愿服务${value}小时`,
  people: (value) => `${value}人参加`,
  partyShare: (value, { partyMembers = 0 }) => `${partyMembers}名党员里${percent(value)}尽了责`,
  weighted: (value) => (value === 1 ? '按年龄、性别校正过' : ''),
  banded: (value) => (value === 1 ? '票少,只公布大概范围' : ''),
}

/** What a component was worked out from, a line each. */
export function factLines({ name, facts }: Pick<ComponentView, 'name' | 'facts'>): string[] {
  // Of coverage the ballots are all there is to say.
  const said = name === 'coverage' ? (['ballots'] as EvaluationFact[]) : (Object.keys(FACTS) as EvaluationFact[])
  return said.flatMap((fact) => {
    const value = facts[fact]
    const line = value === undefined ? '' : (FACTS[fact]?.(value, facts) ?? '')
    return line === '' ? [] : [line]
  })
}

/** How much it counts: as set, and what it came to where others were left out. */
export function weightWords({ weight, share, leftOut }: ComponentView): string {
  if (leftOut !== null) {
    return `本来占${percent(weight)},${LEFT_OUT_LABELS[leftOut]},分给其他几项`
  }
  return Math.abs(weight - share) < 0.05 ? `占${percent(weight)}` : `本来占${percent(weight)},这次占${percent(share)}`
}

/** 群众满意度40% · 诉求三率30% …, with the version of the rules. */
export function termsWords({ terms }: Pick<EvaluationView, 'terms'>): string {
  if (terms === null) {
    return ''
  }
  const weights = (Object.keys(terms.weights) as EvaluationComponent[])
    .filter((name) => terms.weights[name] > 0)
    .map((name) => `${EVALUATION_COMPONENT_LABELS[name]}${percent(terms.weights[name])}`)
  const version = terms.versions['evaluation.weights']
  return `${weights.join('、')}${version === undefined ? '' : `(第${version}版规则)`}`
}
