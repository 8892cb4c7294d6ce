import type { HelpAction } from '~/types/help'

/** Buttons in the order in which they matter; what has its own place on the page is not among them. */
const BAR: HelpAction[] = [
  'help.take',
  'help.offer',
  'help.done',
  'help.thank',
  'help.handle',
  'help.pass',
  'help.attend',
  'help.call',
]
const MORE: HelpAction[] = ['help.cancel', 'help.report', 'help.block']
/** Up to two buttons for the bar, the main one last, and what goes behind 更多. */
export function splitActions(can: HelpAction[]): { bar: HelpAction[]; more: HelpAction[] } {
  const bar = BAR.filter((action) => can.includes(action))
  return {
    bar: bar.slice(0, 2).reverse(),
    more: [...bar.slice(2), ...MORE.filter((action) => can.includes(action))],
  }
}
