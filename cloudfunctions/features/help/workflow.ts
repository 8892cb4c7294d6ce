import { PAIRED_HELP_STATUSES, type HelpAction, type HelpStatus } from '~/types/help'
import type { Workflow } from '../../core/workflow'

/** asker · pair: the asker or who helps · near: somebody else who may see it · staff · clock: nobody, the timer does it. */
export type HelpRule = 'asker' | 'pair' | 'near' | 'staff' | 'clock'
/** Actions that move a request; the others leave it where it is. */
export type HelpMove =
  'help.expire' | Extract<HelpAction, `help.${'take' | 'choose' | 'done' | 'cancel' | 'handle'}`>

const RUNNING = ['open', ...PAIRED_HELP_STATUSES] as const

/** One helper at a time, done only when both say so, and whoever cannot come gives it back. */
export const helpWorkflow: Workflow<HelpMove, HelpStatus, HelpRule> = {
  'help.take': { from: ['open'], to: 'matched', rule: 'near', needs: [], tells: 'help.taken' },
  'help.choose': { from: ['open'], to: 'matched', rule: 'asker', needs: [], tells: 'help.chosen' },
  'help.done': {
    from: PAIRED_HELP_STATUSES,
    to: ['confirming', 'done'],
    rule: 'pair',
    needs: [],
    tells: 'help.confirmed',
  },
  'help.cancel': {
    from: RUNNING,
    to: ['cancelled', 'open'],
    rule: 'pair',
    needs: [],
    tells: 'help.cancelled',
  },
  // Taken down after a report.
  'help.handle': { from: [...RUNNING, 'done'], to: 'removed', rule: 'staff', needs: ['words'], tells: null },
  'help.expire': { from: RUNNING, to: 'expired', rule: 'clock', needs: [], tells: 'help.expired' },
}

/**
 * Events that no single move tells. shown, thanked: to the grid, and whether its people may read it depends on the check
 * of the words, too · asked: to those who are asked first · offered: to the asker · called, reported: to the staff ·
 * handled: to who reported.
 */
export const HELP_EVENTS = {
  shown: 'help.shown',
  asked: 'help.asked',
  offered: 'help.offered',
  called: 'help.called',
  reported: 'help.reported',
  handled: 'help.handled',
  thanked: 'help.thanked',
} as const

/** Two people have found each other. */
export const isPaired = ({ status }: { status: HelpStatus }) =>
  (PAIRED_HELP_STATUSES as readonly string[]).includes(status)
