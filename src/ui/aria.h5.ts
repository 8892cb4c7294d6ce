import type { Aria } from './aria-types'

/** Attributes for screen readers, as the browser names them. */
export function aria({ role, ...states }: Aria): Record<string, string> {
  const attributes: Record<string, string> = role === undefined ? {} : { role }
  if (role === 'heading') {
    attributes['aria-level'] = '2' // WeChat knows one kind of heading
  }
  for (const [name, value] of Object.entries<string | boolean | undefined>(states)) {
    if (value !== undefined) {
      attributes[`aria-${name}`] = String(value)
    }
  }
  return attributes
}

/** The name of a field. Taro puts the browser's own field inside an element that no screen reader takes for one. */
export function ariaOfField(label: string | undefined): { nativeProps?: Record<string, string> } {
  return label === undefined ? {} : { nativeProps: { 'aria-label': label } }
}
