import type { WhistleStatus } from '~/types/whistle'
import type { Workflow } from '../../core/workflow'

/**
 * serve: an officer of the department that was whistled for · town: the town that blew · decide: the district · case:
 * nobody, it follows from the end of the case
 */
export type WhistleRule = 'serve' | 'town' | 'decide' | 'case'
export type WhistleMove =
  'whistle.drop' | 'appeal.arrive' | 'appeal.release' | 'appeal.object' | 'appeal.decideObjection'

/** Who came does not leave before the town says so (domain rules 1.5: 事不完,人不走). */
export const whistleWorkflow: Workflow<WhistleMove, WhistleStatus, WhistleRule> = {
  'appeal.arrive': { from: ['blown'], to: 'arrived', rule: 'serve', needs: [], tells: 'whistle.arrived' },
  'appeal.object': { from: ['blown'], to: 'objected', rule: 'serve', needs: ['reason'], tells: null },
  'appeal.decideObjection': {
    from: ['objected'],
    to: ['blown', 'dropped'],
    rule: 'decide',
    needs: ['words'],
    tells: null,
  },
  'appeal.release': { from: ['arrived'], to: 'released', rule: 'town', needs: ['rating'], tells: null },
  // The case is over: who has not come need not come. Who is there stays until the town says so.
  'whistle.drop': { from: ['blown', 'objected'], to: 'dropped', rule: 'case', needs: [], tells: null },
}
