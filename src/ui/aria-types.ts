/** What a screen reader is told of a component; names of WAI-ARIA. */
export interface Aria {
  role?: string
  label?: string | undefined
  checked?: boolean
  selected?: boolean
  hidden?: boolean
  modal?: boolean
  disabled?: boolean
}
