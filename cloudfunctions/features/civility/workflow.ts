import type { CivilityStatus } from '~/types/civility'
import type { Workflow } from '../../core/workflow'

/** staff: who may remind in the grid. */
export const civilityWorkflow: Workflow<'civility.withdraw', CivilityStatus, 'staff'> = {
  'civility.withdraw': { from: ['posted'], to: 'withdrawn', rule: 'staff', needs: ['reason'], tells: null },
}
