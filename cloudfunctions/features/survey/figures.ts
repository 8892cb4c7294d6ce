import type { SurveyRules } from '~/types/survey'
import type { HiddenReason, QuestionResultView, SurveyFiguresView } from '~/types/survey-results'
import { SCORE_DETAILS, type Disclosure, type ScoreDetail } from '~/types/survey-scores'
import type { Compiled } from './compile'
import { changeOf, scoreEstimate, shareEstimate, showScore, showShare, tenth, weigh } from './estimate'
import { meanScore, momentsOf } from './scoring'
import { countsFor, noSums, sumOf, type Sums } from './sums'

const LEVELS = ['非常满意', '满意', '基本满意', '不满意', '非常不满意']

const NOTHING: Disclosure = { score: 'none', share: false, counts: [], reason: 'few' }
const reasonOf = ({ reason }: Disclosure): HiddenReason => (reason === 'few' ? 'too_few' : 'complement')

/** What may be shown of a place: of its score the least that any question with weight allows. */
function disclosureOf({ questions, shown }: Compiled, code: string): Disclosure {
  const ofWeight = questions.flatMap(({ weight }, index) =>
    weight > 0 ? [shown[index]?.[0]?.get(code) ?? NOTHING] : [],
  )
  const [least = NOTHING] = [...ofWeight].sort(
    (a, b) => SCORE_DETAILS.indexOf(b.score) - SCORE_DETAILS.indexOf(a.score),
  )
  return { ...least, share: ofWeight.every(({ share }) => share) }
}

/** The question that satisfaction is read from: the one with most weight, the first of several. */
export function leadOf({ questions }: Compiled): number {
  const most = Math.max(...questions.map(({ weight }) => weight))
  return questions.findIndex(({ weight }) => weight === most)
}

/** How exactly the points of a place may be shown; fewer ballots than the survey demands show nothing. */
export function detailOf(compiled: Compiled, code: string, { minBallots }: SurveyRules): ScoreDetail {
  const sums = compiled.places.get(code) ?? noSums()
  return sumOf(sums.taken) < minBallots ? 'none' : disclosureOf(compiled, code).score
}

interface About {
  rules: SurveyRules
  onPaper: number
  /** The same place last time. */
  before?: SurveyFiguresView | undefined
}

/** The figures of a place as they may be shown. */
export function figuresOf(
  compiled: Compiled,
  code: string,
  { rules, onPaper, before }: About,
): SurveyFiguresView {
  const sums = compiled.places.get(code) ?? noSums()
  const [electors, ballots] = [sumOf(sums.asked), sumOf(sums.taken)]
  const detail = detailOf(compiled, code, rules)
  const disclosure = disclosureOf(compiled, code)
  const weighted = weigh(sums)
  const estimate = scoreEstimate(weighted)
  const score = showScore(estimate, detail)
  const lead = leadOf(compiled)
  const scale = compiled.scales[lead]
  const share = scale && shareEstimate(weighted, lead, scale)
  return {
    electors,
    ballots,
    onPaper,
    coverage: electors === 0 ? 0 : tenth((100 * ballots) / electors),
    hidden:
      score === null
        ? detail === 'none' && ballots < rules.minBallots
          ? 'too_few'
          : reasonOf(disclosure)
        : null,
    score,
    satisfied: showShare(share, score !== null && disclosure.share),
    effective: score === null || estimate === undefined ? null : tenth(estimate.effective),
    change: changeOf(score, before?.score),
  }
}

/** One question in a place, as far as it may be shown. */
export function questionOf(
  compiled: Compiled,
  code: string,
  index: number,
  { rules, before }: { rules: SurveyRules; before?: QuestionResultView | undefined },
): QuestionResultView {
  const question = compiled.questions[index]
  const scale = compiled.scales[index]
  if (question === undefined || scale === undefined) {
    throw new Error(`no question ${index}`)
  }
  const { kind, text } = question
  const sums = compiled.places.get(code) ?? noSums()
  const enough = sumOf(sums.taken) >= rules.minBallots
  const tables =
    compiled.shown[index]?.map((table) => (enough ? (table.get(code) ?? NOTHING) : NOTHING)) ?? []
  const [first = NOTHING] = tables
  const [unknown = 0, ...counts] = countsFor(sums, index)
  const given = counts.reduce((sum, one) => sum + one, 0)
  const answered = kind === 'several' ? unknown : given
  const weighted = weigh(sums)
  const moments = weighted.kinds.map(({ answers }) => momentsOf(answers[index] ?? [], scale.points))
  const scored = kind === 'scale' || kind === 'score'
  const score = scored ? showScore(meanScore(moments, weighted.sample), first.score) : null
  const isShown = (at: number) =>
    kind === 'several' ? tables[at]?.counts[1] === true : first.counts[at + 1] === true
  return {
    kind,
    text,
    answered,
    unknown: kind === 'several' ? 0 : unknown,
    score,
    satisfied: scored
      ? showShare(shareEstimate(weighted, index, scale), score !== null && first.share)
      : null,
    shares: labelsOf(question).map((label, at) => ({
      label,
      share: answered > 0 && isShown(at) ? tenth((100 * (counts[at] ?? 0)) / answered) : null,
    })),
    hidden:
      tables.length > 0 && first.score === 'none' && first.counts.every((shown) => !shown)
        ? reasonOf(first)
        : null,
    change: changeOf(score, before?.score),
  }
}

const labelsOf = ({ kind, options }: Compiled['questions'][number]): string[] =>
  kind === 'scale' ? LEVELS : kind === 'score' ? Array.from({ length: 11 }, (_, at) => `${at}分`) : options

/** Points without the ballots on paper; null unless there are enough of both. */
export function withoutPaper(
  compiled: Compiled,
  paper: { ballots: number; scored: number; points: number; squares: number } | undefined,
  whole: SurveyFiguresView,
): SurveyFiguresView | null {
  const sums: Sums = compiled.places.get('all') ?? noSums()
  if (paper === undefined || whole.score === null) {
    return null
  }
  const { kinds } = weigh(sums)
  const add = (pick: (moments: (typeof kinds)[number]['moments']) => number) =>
    kinds.reduce((sum, { moments }) => sum + pick(moments), 0)
  const moments = {
    n: add(({ n }) => n) - paper.scored,
    sum: add(({ sum }) => sum) - paper.points,
    squares: add(({ squares }) => squares) - paper.squares,
  }
  const estimate = meanScore([moments], { population: whole.electors })
  const ballots = whole.ballots - paper.ballots
  return {
    ...whole,
    ballots,
    onPaper: 0,
    coverage: tenth((100 * ballots) / whole.electors),
    score: showScore(estimate, 'tenth'),
    satisfied: null,
    effective: estimate === undefined ? null : tenth(estimate.effective),
    change: null,
  }
}
