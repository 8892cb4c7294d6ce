import {
  FINDINGS,
  OPEN_MISSING_STATUSES,
  type MissingAction,
  type MissingStatus,
  type SightingStatus,
} from '~/types/missing'
import type { Workflow } from '../../core/workflow'

/**
 * lead: who works in the grid of the last place or above it, and the police · family: who reported it, too · clock:
 * nobody, the timer does it.
 */
export type MissingRule = 'lead' | 'family' | 'clock'
/** Actions that move a case; the others leave it where it is. */
export type MissingMove =
  Extract<MissingAction, `missing.${'verify' | 'found' | 'cancel' | 'extend'}`> | 'missing.expire'

/** Domain rules 4.2: verified before anybody is told, and always an end, by people or by the clock. */
export const missingWorkflow: Workflow<MissingMove, MissingStatus, MissingRule> = {
  // A minor, or somebody taken away perhaps, goes to the police; only they begin the search.
  'missing.verify': {
    from: ['reported', 'with_police'],
    to: ['searching', 'with_police'],
    rule: 'lead',
    needs: ['words'],
    tells: null,
  },
  // Told to nobody here: each grid hears it as the last word of the search.
  'missing.found': {
    from: OPEN_MISSING_STATUSES,
    to: FINDINGS,
    rule: 'family',
    needs: [],
    tells: 'missing.found',
  },
  'missing.cancel': {
    from: OPEN_MISSING_STATUSES,
    to: 'cancelled',
    rule: 'family',
    needs: ['reason'],
    tells: null,
  },
  'missing.extend': { from: ['searching'], to: 'searching', rule: 'family', needs: [], tells: null },
  'missing.expire': { from: OPEN_MISSING_STATUSES, to: 'expired', rule: 'clock', needs: [], tells: null },
}

/** A judgement may be taken back: what looked right turned out wrong. It never says that somebody was found. */
export const sightingWorkflow: Workflow<'missing.confirmSighting', SightingStatus, 'lead'> = {
  'missing.confirmSighting': {
    from: ['received', 'confirmed', 'rejected'],
    to: ['confirmed', 'rejected'],
    rule: 'lead',
    needs: [],
    tells: null,
  },
}

/** Somebody still has to do something about it. */
export const isOpen = ({ status }: { status: MissingStatus }) =>
  (OPEN_MISSING_STATUSES as readonly string[]).includes(status)
