/** How far the phone's clock is behind the server's, in milliseconds. */
let offset = 0

/** Learns the server's time from an answer that carries it. */
export function noteServerTime(data: unknown): void {
  const { now } = (data ?? {}) as { now?: unknown }
  if (typeof now === 'string') {
    offset = Date.parse(now) - Date.now()
  }
}

/** The server's time in milliseconds since 1970; phones are often wrong. */
export function serverNow(): number {
  return Date.now() + offset
}
