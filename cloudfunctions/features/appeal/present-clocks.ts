import type { AppealRow } from './repo'

const iso = (date: Date) => date.toISOString()

/** The clocks, as any reader may see them. */
export function presentClocks({
  submittedAt,
  termFrom,
  dueAt,
  handledAt,
  signDueAt,
  contactDueAt,
  reviewAt,
  waitingFor,
}: AppealRow) {
  return {
    submittedAt: iso(submittedAt),
    termFrom: iso(termFrom),
    dueAt: iso(dueAt),
    ...(handledAt !== null && { handledAt: iso(handledAt) }),
    ...(signDueAt !== null && { signDueAt: iso(signDueAt) }),
    ...(contactDueAt !== null && { contactDueAt: iso(contactDueAt) }),
    ...(reviewAt !== null && { reviewAt: iso(reviewAt) }),
    waitingFor,
  }
}
