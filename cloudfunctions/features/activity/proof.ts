import type { Secrets } from '../../core/crypto'

/** A code belongs to one minute of the clock and is taken in the next one as well. */
const MINUTE_MS = 60_000
const DIGITS = 8
/** A phone's clock may be ahead of ours by this much, in milliseconds. */
const AHEAD_MS = 120_000
/** Metres from the meeting point within which somebody is there; phones are off by tens of metres between houses. */
export const NEAR_METRES = 300
const EARTH_METRES = 6_371_000

const minuteOf = (at: Date) => Math.floor(at.getTime() / MINUTE_MS)

function codeOfMinute(secrets: Secrets, shiftId: string, minute: number): string {
  const hash = Buffer.from(secrets.keyedHash('activity.code', `${shiftId}:${minute}`), 'base64url')
  return String(hash.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The code that the organiser shows now, and when the next one comes. */
export function codeAt(secrets: Secrets, shiftId: string, now: Date): { code: string; until: Date } {
  const minute = minuteOf(now)
  return { code: codeOfMinute(secrets, shiftId, minute), until: new Date((minute + 1) * MINUTE_MS) }
}

interface Scan {
  shiftId: string
  code: string
  /** When it was scanned; now unless the phone had no network. */
  at: Date
  now: Date
  /** How late a scan may be delivered, in seconds. */
  deliver: number
}

/** Seconds that a good scan was delivered late, 0 for one made now; null when the code is not this minute's. */
export function judgeScan(secrets: Secrets, { shiftId, code, at, now, deliver }: Scan): number | null {
  const late = now.getTime() - at.getTime()
  if (late < -AHEAD_MS || late > deliver * 1000) {
    return null
  }
  const minute = minuteOf(late < 0 ? now : at)
  const good = [minute, minute - 1].some((one) => codeOfMinute(secrets, shiftId, one) === code)
  return good ? Math.max(0, Math.floor(late / 1000)) : null
}

interface Point {
  latitude: number
  longitude: number
}

/** Metres between two points on the ground. */
export function metresBetween(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = rad(b.latitude - a.latitude)
  const dLon = rad(b.longitude - a.longitude)
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h))
}
