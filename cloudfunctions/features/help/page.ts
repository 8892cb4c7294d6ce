import { titleOf } from '../../core/title'
import type { HelpRow } from './repo'

/** What a request is called in a message, and where it is read. */
export function pageOf({ id, text }: Pick<HelpRow, 'id' | 'text'>): { title: string; path: string } {
  return { title: titleOf(text), path: `features/help/detail/index?id=${id}` }
}
