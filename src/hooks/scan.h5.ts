/** A browser page types the code. */
export const CAN_SCAN: boolean = false

export function scanCode(): Promise<string | undefined> {
  return Promise.resolve(undefined)
}
