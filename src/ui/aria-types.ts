/** What a screen reader is told of a component; names of WAI-ARIA. */
export interface Aria {
  role?: string | undefined
  label?: string | undefined
  checked?: boolean | undefined
  selected?: boolean | undefined
  hidden?: boolean | undefined
  modal?: boolean | undefined
  disabled?: boolean | undefined
}
