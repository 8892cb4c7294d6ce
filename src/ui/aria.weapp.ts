import type { Aria } from './aria-types'

/** Attributes for screen readers, as WeChat names them (base library 2.7.1). */
export function aria(states: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(states)) {
    if (value !== undefined) {
      attributes[`aria-${name}`] = String(value)
    }
  }
  return attributes
}

/** The name of a field. */
export function ariaOfField(label: string | undefined): Record<string, string> {
  return aria({ label })
}
