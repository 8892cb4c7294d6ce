import type { WhistleStatus } from '~/types/whistle'
import type { Workflow } from '../../core/workflow'

/** serve: an officer of the department that was whistled for · town: the town that blew. */
export type WhistleRule = 'serve' | 'town'
export type WhistleMove = 'appeal.arrive' | 'appeal.release'

/** Who came does not leave before the town says so (domain rules 1.5: 事不完,人不走). */
export const whistleWorkflow: Workflow<WhistleMove, WhistleStatus, WhistleRule> = {
  'appeal.arrive': { from: ['blown'], to: 'arrived', rule: 'serve', needs: [], tells: 'whistle.arrived' },
  'appeal.release': { from: ['arrived'], to: 'released', rule: 'town', needs: ['rating'], tells: null },
}
