import type { PartyStatus } from '~/types/party'
import type { Workflow } from '../../core/workflow'

/** village: who looks after the party members of the village · own: the member. */
export type PartyRule = 'village' | 'own'

/** A member registers, the village confirms; who moves away leaves. */
export const partyWorkflow: Workflow<'party.confirm' | 'party.leave', PartyStatus, PartyRule> = {
  'party.confirm': {
    from: ['registered'],
    to: ['confirmed', 'declined'],
    rule: 'village',
    needs: [],
    tells: 'party.decided',
  },
  'party.leave': { from: ['registered', 'confirmed'], to: 'left', rule: 'own', needs: [], tells: null },
}
