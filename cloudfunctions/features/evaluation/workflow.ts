import type { EvaluationStatus } from '~/types/evaluation'
import type { Workflow } from '../../core/workflow'

/** make: whoever may evaluate the area. */
export type EvaluationRule = 'make'
export type EvaluationMove = `evaluation.${'compute' | 'freeze' | 'publish' | 'archive'}`

/** Worked out again only while villages may object; what is frozen does not change any more. */
export const evaluationWorkflow: Workflow<EvaluationMove, EvaluationStatus, EvaluationRule> = {
  'evaluation.compute': {
    from: ['draft', 'objecting'],
    to: 'objecting',
    rule: 'make',
    needs: [],
    tells: 'evaluation.computed',
  },
  'evaluation.freeze': { from: ['objecting'], to: 'frozen', rule: 'make', needs: [], tells: null },
  'evaluation.publish': {
    from: ['frozen'],
    to: 'published',
    rule: 'make',
    needs: [],
    tells: 'evaluation.published',
  },
  'evaluation.archive': { from: ['published'], to: 'archived', rule: 'make', needs: [], tells: null },
}
