/** A browser prints the page. */
export const CAN_PRINT: boolean = true

export function print(): void {
  window.print()
}
