/** A mini program has no printer; the table is exported instead. */
export const CAN_PRINT: boolean = false

export function print(): void {
  // nothing to print with
}
