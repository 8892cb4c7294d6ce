import type {
  EvaluationAction,
  EvaluationBand,
  EvaluationComponent,
  EvaluationKind,
  EvaluationSize,
  EvaluationStatus,
  LeftOutReason,
} from '~/types/evaluation'
import type { TriageOutcome } from '~/types/appeal'
import type { TagTone } from '@/ui/Tag'

export const EVALUATION_STATUS_LABELS: Record<EvaluationStatus, string> = {
  draft: '还没算',
  objecting: '公示中',
  frozen: '已定',
  published: '已公布',
  archived: '已归档',
}
export const EVALUATION_STATUS_TONES: Record<EvaluationStatus, TagTone> = {
  draft: 'grey',
  objecting: 'gold',
  frozen: 'blue',
  published: 'green',
  archived: 'grey',
}
export const EVALUATION_COMPONENT_LABELS: Record<EvaluationComponent, string> = {
  satisfaction: '群众满意度',
  appeals: '诉求三率',
  service: '志愿与党员报到',
  coverage: '参与率',
}
export const LEFT_OUT_LABELS: Record<LeftOutReason, string> = {
  few: '票太少,不公布',
  no_data: '这段时间没有数据',
  objection: '异议成立,不计',
}
export const EVALUATION_BAND_LABELS: Record<EvaluationBand, string> = {
  higher: '高于平均',
  similar: '和平均差不多',
  lower: '低于平均',
}
export const EVALUATION_BAND_TONES: Record<EvaluationBand, TagTone> = {
  higher: 'green',
  similar: 'blue',
  lower: 'gold',
}
export const EVALUATION_KIND_LABELS: Record<EvaluationKind, string> = { street: '街道', town: '乡镇' }
export const EVALUATION_SIZE_LABELS: Record<EvaluationSize, string> = {
  any: '',
  small: '小村',
  middle: '中等村',
  large: '大村',
}
export const EVALUATION_ACTION_LABELS: Record<EvaluationAction, string> = {
  'evaluation.compute': '算一遍',
  'evaluation.explain': '看说明',
  'evaluation.object': '提出异议',
  'evaluation.decideObjection': '裁定异议',
  'evaluation.freeze': '定下来',
  'evaluation.publish': '公布',
  'evaluation.archive': '归档',
}

const EXCLUSION_LABELS: Record<TriageOutcome, string> = {
  emergency_redirected: '转110、119、120的',
  legal_channel: '走法律途径的',
  linked_duplicate: '重复反映的',
  told_result: '以前办过、告知结果的',
  explained: '解释说明的',
  out_of_scope: '不归本区管的',
  dissuaded: '劝导了结的',
}
/** Lines of the settings of evaluations, in the order shown. */
export const EVALUATION_SETTING_LINES = {
  'evaluation.weights': EVALUATION_COMPONENT_LABELS,
  'evaluation.rates': {
    inTime: '按时答复占百分之几',
    solved: '解决占百分之几',
    satisfied: '满意占百分之几',
    partly: '解决一部分按百分之几算',
    minReached: '回访不到百分之几不排名',
  },
  'evaluation.exclusions': Object.fromEntries(
    Object.entries(EXCLUSION_LABELS).map(([name, label]) => [name, `${label}不计`]),
  ),
  'evaluation.terms': {
    objectionDays: '公示几天',
    small: '不到多少人算小村',
    large: '多少人起算大村',
    hours: '每百人志愿满多少小时算满分',
    partyShare: '党员报到到百分之几算满分',
  },
}
