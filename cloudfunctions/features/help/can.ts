import { HELP_ACTIONS, type HelpAction } from '~/types/help'
import type { Around } from './around'
import { fulfils } from './policy'
import type { HelpRow } from './repo'
import { helpWorkflow, isPaired, type HelpMove } from './workflow'

interface Condition {
  who(around: Around): boolean
  when(help: HelpRow, around: Around): boolean
}

const pair = ({ relation }: Around) => fulfils(relation, 'pair')
const near = ({ relation }: Around) => fulfils(relation, 'near')
const staff = ({ relation }: Around) => relation === 'staff'
const isOpen = ({ status }: HelpRow) => status === 'open'
const hasReport = ({ reports }: Around) => reports.some(({ handledAt }) => handledAt === null)
const offered = ({ offers, userId }: Around) => offers.some((offer) => offer.userId === userId)

/** The other of the two, seen from the actor. */
export function otherOf(help: HelpRow, { relation }: Pick<Around, 'relation'>): string | null {
  return relation === 'own' ? help.helperId : help.askerId
}

function confirmed(help: HelpRow, { relation }: Around): boolean {
  return (relation === 'own' ? help.askerDoneAt : help.helperDoneAt) !== null
}

const CONDITIONS: Record<HelpAction, Condition> = {
  'help.take': { who: near, when: (help, { known }) => isOpen(help) && help.way === 'first' && known },
  'help.offer': {
    who: near,
    when: (help, around) => isOpen(help) && help.way === 'choose' && around.known && !offered(around),
  },
  'help.choose': {
    who: ({ relation }) => relation === 'own',
    when: (help, { offers }) => isOpen(help) && offers.length > 0,
  },
  'help.done': { who: pair, when: (help, around) => isPaired(help) && !confirmed(help, around) },
  'help.thank': {
    who: pair,
    when: (help, { thanks, userId }) =>
      help.status === 'done' && !thanks.some((thank) => thank.userId === userId),
  },
  'help.cancel': { who: pair, when: (help) => isOpen(help) || isPaired(help) },
  'help.call': {
    who: pair,
    when: (help, around) =>
      isPaired(help) && around.people.get(otherOf(help, around) ?? '')?.phoneEncrypted != null,
  },
  'help.report': { who: ({ relation }) => relation !== 'staff', when: ({ status }) => status !== 'removed' },
  'help.attend': { who: staff, when: (help) => isOpen(help) && help.attendedAt === null },
  'help.handle': { who: staff, when: (_help, around) => hasReport(around) },
  'help.pass': {
    who: staff,
    when: ({ content }, { heldPictures }) => content === 'held' || heldPictures.length > 0,
  },
  'help.block': {
    who: ({ relation }) => relation !== 'staff',
    when: (help, around) => otherOf(help, around) !== null,
  },
}

/** Whether the actor may do it at all, and whether this is the moment. */
export function judge(action: HelpAction, help: HelpRow, around: Around): { may: boolean; now: boolean } {
  const { who, when } = CONDITIONS[action]
  const move = (HELP_MOVES as readonly string[]).includes(action) ? (action as HelpMove) : undefined
  const from = move === undefined || helpWorkflow[move].from.includes(help.status)
  return { may: who(around), now: from && when(help, around) }
}
const HELP_MOVES = Object.keys(helpWorkflow) as HelpMove[]

/** What the actor may do with the request at this moment; the pages draw exactly these buttons. */
export function allowedActions(help: HelpRow, around: Around): HelpAction[] {
  return HELP_ACTIONS.filter((action) => {
    const { may, now } = judge(action, help, around)
    return may && now
  })
}
