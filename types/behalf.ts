import type { ToldBy } from './appeal'

/** Cases that one person files, or writes down, for another. */

/** How the person agreed that a worker writes it down for them. */
export const CONSENTS = ['in_person', 'by_phone', 'in_group'] as const
export type Consent = (typeof CONSENTS)[number]
/** How the person agreed that a relative or a neighbour files for them. */
export const BEHALF_CONSENTS = ['in_person', 'by_phone'] as const satisfies readonly Consent[]
export type BehalfConsent = (typeof BEHALF_CONSENTS)[number]

/** Whom a relative or a neighbour filed for. */
export interface BehalfView {
  name: string
  consent: Consent
  /**
   * They have the program, see the case as their own and are told of it there. Null for who filed it: whose number is
   * known here is not to be found out by trying.
   */
  inProgram: boolean | null
  hasPhone: boolean
  /** How they were told the result themselves; null before, and where the program tells them. */
  toldBy: ToldBy | null
}
