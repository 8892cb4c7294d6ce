import type { AppealRow } from '~/cloudfunctions/features/appeal/repo'

/** The clock of the first contact runs only while somebody works on it and nobody has spoken to the person. */
export const isContactSound = ({ contactDueAt, contactedAt, closedAt, handledAt }: AppealRow) =>
  contactDueAt === null || (contactedAt === null && closedAt === null && handledAt === null)

/** Inside a term the first word stays the first, and a case that was late stays so. */
export function isContactKept(before: AppealRow, after: AppealRow): boolean {
  const begunAnew = after.reopenCount > before.reopenCount
  const same = before.contactedAt === null || after.contactedAt?.getTime() === before.contactedAt.getTime()
  return (begunAnew || same) && (after.contactLate || !before.contactLate)
}
