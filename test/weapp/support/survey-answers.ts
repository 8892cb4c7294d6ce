import type { SurveyQuestion, SurveyRowView, SurveyView } from '~/types/survey'
import type { AreaResultView, SurveyFiguresView, SurveyResultsView } from '~/types/survey-results'

const HOUR = 3_600_000
export const SURVEY = '00000000-0000-4000-8000-0000000000a1'
export const VILLAGE = '990001001001'

const asked = (kind: SurveyQuestion['kind'], text: string, options: string[] = []): SurveyQuestion => ({
  kind,
  text,
  options,
  required: kind !== 'text',
  weight: kind === 'scale' ? 100 : 0,
})

export function survey(change: Partial<SurveyView> = {}): SurveyView {
  return {
    id: SURVEY,
    title: '优秀村党组织满意度测评',
    why: '结果用来评选优秀村党组织。',
    ownerName: '东1镇',
    secret: true,
    questions: [
      asked('scale', '总的来说,您满意吗?'),
      asked('several', '您从哪里知道村里的事?', ['网格群', '大喇叭', '公示栏']),
      asked('score', '给环境打几分?'),
      asked('text', '还有什么想说的?'),
    ],
    minutes: 1,
    closesAt: new Date(Date.now() + 50 * HOUR).toISOString(),
    rule: '东1镇18岁以上居民每人一票。',
    secrecy: '不记名:谁参加了和选了什么分开保存。',
    status: 'open',
    template: 'village_organisation',
    subject: 'village_organisation',
    audience: 'everyone',
    areaCodes: ['990001001'],
    areas: [],
    areaName: '东1镇',
    rules: {
      points: [100, 80, 60, 30, 0],
      minBallots: 10,
      rankBallots: 30,
      quorum: 0,
      pass: 0,
      publish: { ranking: true, questions: true, grids: false },
    },
    edition: 1,
    correction: '',
    standing: 'may',
    participation: null,
    helpers: [],
    can: ['survey.cast'],
    ...change,
  }
}

export function surveyRow(change: Partial<SurveyRowView> = {}): SurveyRowView {
  const { id, title, status, secret, ownerName, areaName, minutes, closesAt, standing } = survey()
  return {
    ...{ id, title, status, secret, ownerName, areaName, minutes, closesAt, standing },
    questionCount: 4,
    reminded: false,
    participation: null,
    can: ['survey.cast'],
    ...change,
  }
}

const around = (value: number) => ({ value, low: value - 2, high: value + 2 })
const figures = (value: number | null, ballots: number): SurveyFiguresView => ({
  electors: 500,
  ballots,
  onPaper: 0,
  coverage: ballots / 5,
  hidden: value === null ? 'too_few' : null,
  score: value === null ? null : around(value),
  satisfied: null,
  effective: null,
  change: value === null ? null : { value: -0.4, certain: false },
})
const place = (name: string, areaCode: string, value: number | null, at: number | null): AreaResultView => ({
  areaCode,
  name,
  place: at,
  tied: at === 2,
  shrunk: value === null ? null : around(value),
  band: null,
  passed: null,
  ...figures(value, value === null ? 6 : 320),
})

export function results(change: Partial<SurveyResultsView> = {}): SurveyResultsView {
  return {
    id: SURVEY,
    title: '优秀村党组织满意度测评',
    status: 'published',
    closedAt: new Date(Date.now() - HOUR).toISOString(),
    areaCode: '990001001',
    areaName: '东1镇',
    figures: figures(92.4, 305),
    withoutPaper: null,
    quorate: null,
    passed: null,
    questions: [],
    areasAre: 'village',
    items: [
      place('柳13村', '990001001003', 96.1, 1),
      place('柳11村', VILLAGE, 94.3, 2),
      place('柳12村', '990001001002', 93.9, 2),
      place('柳14村', '990001001004', null, null),
    ],
    noDifference: false,
    previous: null,
    can: ['survey.results', 'survey.receipts'],
    ...change,
  }
}
