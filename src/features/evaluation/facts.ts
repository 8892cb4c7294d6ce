import {
  EVALUATION_COMPONENTS,
  type ComponentView,
  type EvaluationFact,
  type EvaluationView,
} from '~/types/evaluation'
import { EVALUATION_COMPONENT_LABELS, LEFT_OUT_LABELS } from '@/labels/evaluation'
import { percent, points, rangeWords } from './view'

/** What each fact says; those that need another to make sense are said with it. */
const FACTS: Partial<Record<EvaluationFact, (value: number, facts: ComponentView['facts']) => string>> = {
  ballots: (value, { electors = 0 }) => `${electors}人里有${value}人评了`,
  low: (value, { high = value }) => rangeWords(value, high),
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
  const said =
    name === 'coverage' ? (['ballots'] as EvaluationFact[]) : (Object.keys(FACTS) as EvaluationFact[])
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
  return Math.abs(weight - share) < 0.05
    ? `占${percent(weight)}`
    : `本来占${percent(weight)},这次占${percent(share)}`
}

/** 群众满意度40% · 诉求三率30% …, with the version of the rules. */
export function termsWords({ terms }: Pick<EvaluationView, 'terms'>): string {
  if (terms === null) {
    return ''
  }
  const weights = EVALUATION_COMPONENTS.filter((name) => terms.weights[name] > 0).map(
    (name) => `${EVALUATION_COMPONENT_LABELS[name]}${percent(terms.weights[name])}`,
  )
  const version = terms.versions['evaluation.weights']
  return `${weights.join('、')}${version === undefined ? '' : `(第${version}版规则)`}`
}
