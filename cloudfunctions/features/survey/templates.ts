import type { SurveyQuestion, SurveyRules, SurveyTemplate, SurveyTemplateView } from '~/types/survey'

interface Defaults {
  points: number[]
  counts: Omit<SurveyRules, 'points' | 'publish'>
  days: number
}
type Content = Pick<SurveyTemplateView, 'subject' | 'title' | 'why' | 'audience' | 'questions'>

const scale = (text: string, weight = 0): SurveyQuestion => ({
  kind: 'scale',
  text,
  options: [],
  required: true,
  weight,
})
const said: SurveyQuestion = {
  kind: 'text',
  text: '还有什么想说的?(可以不写)',
  options: [],
  required: false,
  weight: 0,
}

/** One overall question, which decides, and at most four about parts of it (domain rules 3.1, assumed). */
const CONTENT: Record<SurveyTemplate, Content> = {
  village_organisation: {
    subject: 'village_organisation',
    title: '优秀村党组织满意度测评',
    why: '请大家评一评村党组织的工作,结果用来评选优秀村党组织。',
    audience: 'everyone',
    questions: [
      scale('总的来说,您对村党组织满意吗?', 100),
      scale('村里的事务和账目公开,您满意吗?'),
      scale('村里处理大家反映的问题,您满意吗?'),
      scale('村里的环境整治,您满意吗?'),
      scale('村干部办事公道,您满意吗?'),
    ],
  },
  grid_worker: {
    subject: 'grid_worker',
    title: '网格员满意度测评',
    why: '请大家评一评网格员平时的服务,好的说好,不够的帮他改。',
    audience: 'everyone',
    questions: [
      scale('总的来说,您对网格员满意吗?', 100),
      scale('有事找网格员,回得快不快,您满意吗?'),
      scale('网格员上门走访,您满意吗?'),
      said,
    ],
  },
  service: {
    subject: 'service',
    title: '办事满意度测评',
    why: '请最近办过事的居民评一评,看看哪里要改。',
    audience: 'everyone',
    questions: [
      scale('总的来说,您对办事的过程满意吗?', 100),
      scale('工作人员的态度,您满意吗?'),
      scale('办事要跑几趟、等多久,您满意吗?'),
      said,
    ],
  },
  blank: {
    subject: 'other',
    title: '满意度测评',
    why: '请大家说说心里话。',
    audience: 'everyone',
    questions: [scale('总的来说,您满意吗?', 100)],
  },
}

export function makeTemplates({ points, counts, days }: Defaults): SurveyTemplateView[] {
  return (Object.keys(CONTENT) as SurveyTemplate[]).map((template) => ({
    template,
    ...CONTENT[template],
    secret: true,
    rules: {
      points,
      ...counts,
      publish: { ranking: template === 'village_organisation', questions: true, grids: false },
    },
    days,
  }))
}
