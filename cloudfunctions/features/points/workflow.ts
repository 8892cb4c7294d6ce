import type { AwardAction, AwardStatus, RedemptionStatus } from '~/types/points'
import type { Workflow } from '../../core/workflow'

/**
 * second: somebody who may decide in the area and proposed nothing of it · take back: the same, or who proposed ·
 * neighbour: somebody of the village · judge: who may decide and has neither proposed, approved nor objected · clock:
 * nobody, the timer does it.
 */
export type AwardRule = 'second' | 'takeBack' | 'neighbour' | 'judge' | 'clock'
export type AwardMove = AwardAction | 'points.credit'

/** Proposed by one, approved by another, looked at by all, and only then counted (domain rules 2.3). */
export const awardWorkflow: Workflow<AwardMove, AwardStatus, AwardRule> = {
  'points.approve': {
    from: ['proposed'],
    to: 'published',
    rule: 'second',
    needs: [],
    tells: 'points.published',
  },
  'points.refuse': { from: ['proposed'], to: 'refused', rule: 'takeBack', needs: ['reason'], tells: null },
  'points.object': { from: ['published'], to: 'objected', rule: 'neighbour', needs: ['reason'], tells: null },
  'points.decideObjection': {
    from: ['objected'],
    to: ['published', 'dropped'],
    rule: 'judge',
    needs: ['words'],
    tells: null,
  },
  'points.credit': {
    from: ['published'],
    to: 'credited',
    rule: 'clock',
    needs: [],
    tells: 'points.credited',
  },
  'points.reverse': { from: ['credited'], to: 'reversed', rule: 'second', needs: ['reason'], tells: null },
}

/** keeper: who looks after the goods of the village · clock: nobody, the timer does it. */
export type RedemptionRule = 'keeper' | 'clock'

/** Reserved at once, handed out with a code, or given back with its points when nobody comes for it. */
export const redemptionWorkflow: Workflow<
  'points.collect' | 'points.return',
  RedemptionStatus,
  RedemptionRule
> = {
  'points.collect': { from: ['reserved'], to: 'collected', rule: 'keeper', needs: [], tells: null },
  'points.return': { from: ['reserved'], to: 'returned', rule: 'clock', needs: [], tells: 'points.returned' },
}
