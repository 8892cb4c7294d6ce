import type { ExportSection } from '~/types/me'
import type { Ctx } from './context'

/** What one feature keeps about people, and how it lets go of them; one a feature, listed in features/me. */
export interface Keeper {
  /** What is kept about the caller, in words (PIPL art. 45). A section without lines is not shown. */
  keptAbout(ctx: Ctx): Promise<ExportSection[]>
  /**
   * Lets go of the caller, whose account ends (PIPL art. 47). What the law keeps stays, under an id that leads to
   * nobody. CONFLICT while something of theirs must first be ended.
   */
  forget(ctx: Ctx): Promise<void>
  /**
   * Ends what `forget` would refuse for. In a restored database the person may still have it running, though it was
   * ended before they left.
   */
  endAll?(ctx: Ctx): Promise<void>
}

/** A section, one line for each row. */
export function section<T>(title: string, rows: T[], line: (row: T) => [label: string, value: string]) {
  return { title, lines: rows.map(line).map(([label, value]) => ({ label, value })) }
}
