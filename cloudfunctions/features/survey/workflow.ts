import type { SurveyStatus } from '~/types/survey'
import type { Workflow } from '../../core/workflow'

/** make: whoever may make surveys at the level that asks · clock: nobody, the timer does it. */
export type SurveyRule = 'make' | 'clock'
export type SurveyMove = `survey.${'open' | 'close' | 'expire' | 'seal' | 'correct' | 'publish'}`

/**
 * Closing takes two steps. From `closing` on no ballot is taken any more; those that were on their way are waited for
 * before the box is sealed, so that every one that was acknowledged counts.
 */
export const surveyWorkflow: Workflow<SurveyMove, SurveyStatus, SurveyRule> = {
  'survey.open': { from: ['draft'], to: 'open', rule: 'make', needs: [], tells: 'survey.opened' },
  'survey.close': { from: ['open'], to: 'closing', rule: 'make', needs: ['reason'], tells: null },
  'survey.expire': { from: ['open'], to: 'closing', rule: 'clock', needs: [], tells: null },
  'survey.seal': { from: ['closing'], to: 'closed', rule: 'clock', needs: [], tells: 'survey.sealed' },
  'survey.correct': {
    from: ['open'],
    to: 'replaced',
    rule: 'make',
    needs: ['reason'],
    tells: 'survey.replaced',
  },
  'survey.publish': { from: ['closed'], to: 'published', rule: 'make', needs: [], tells: 'survey.published' },
}
