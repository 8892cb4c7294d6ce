import type { HelpThankView, HelpView } from '~/types/help'
import type { Around } from './around'
import type { AbleRow } from './beside'
import { reasonsFor } from './fit'
import { nameOf } from './names'
import type { HelpRow } from './repo'

/** What is known of those who offered. */
export interface Offerers {
  thankCounts: Map<string, number>
  ables: AbleRow[]
}

const iso = (date: Date) => date.toISOString()

/** Thanks that both let the neighbours read, once they have passed the check. */
export function sharedThanks({ thanks }: Pick<Around, 'thanks'>): string[] {
  const shared = thanks.filter((thank) => thank.shared && thank.content === 'passed')
  return shared.length === 2 ? shared.map(({ words }) => words) : []
}

/** The two read each other's thanks, shared or not. */
export function presentThanks(help: HelpRow, { thanks, relation }: Around): HelpThankView[] {
  return relation !== 'own' && relation !== 'helper'
    ? []
    : thanks.map(({ userId, words, shared, content }) => ({
        by: userId === help.askerId ? 'asker' : 'helper',
        words,
        shared,
        content,
      }))
}

/** Offers are for the asker to choose from; whoever offered sees the own one. */
export function presentOffers(
  help: HelpRow,
  around: Around,
  { thankCounts, ables }: Offerers,
): HelpView['offers'] {
  const all = around.relation === 'own' || around.relation === 'staff'
  return around.offers
    .filter(({ userId }) => all || userId === around.userId)
    .map(({ id, userId, words, at }) => {
      const person = around.people.get(userId)
      const thankCount = thankCounts.get(userId) ?? 0
      const able = ables.find((one) => one.userId === userId)
      return {
        id,
        by: nameOf(around, userId, userId === help.helperId),
        assurance: person?.assurance ?? null,
        words,
        reasons: reasonsFor(help, { areaCode: person?.areaCode ?? null, thankCount, able }),
        thankCount,
        chosen: userId === help.helperId,
        at: iso(at),
      }
    })
}

/** Staff sees all reports; others what became of their own. */
export function presentReports(around: Around): HelpView['reports'] {
  return around.reports
    .filter(({ userId }) => around.relation === 'staff' || userId === around.userId)
    .map(({ id, kind, words, userId, at, handledAt, outcome }) => ({
      id,
      kind,
      words,
      by: nameOf({ ...around, relation: 'neighbour' }, userId, false),
      at: iso(at),
      ...(handledAt !== null && { handledAt: iso(handledAt) }),
      outcome,
    }))
}
