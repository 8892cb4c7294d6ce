import { areaCodeAt } from '~/types/area'
import {
  ASKED_FIRST_MOST,
  FIT_REASONS,
  type DayPart,
  type FitReason,
  type FreeTime,
  type HelpKind,
} from '~/types/help'

export interface Needed {
  areaCode: string
  kind: HelpKind
  /** YYYY-MM-DD; null when any day will do. */
  day: string | null
  part: DayPart
}
/** What a neighbour says that they can do, and when. */
export interface Said {
  kinds: HelpKind[]
  times: FreeTime[]
}
/** The same with who it is, how far they go and how often they were thanked. */
export interface Able extends Said {
  userId: string
  areaCode: string
  reachCode: string
  thankCount: number
}
export interface Fit {
  userId: string
  reasons: FitReason[]
}

/** Saturday and Sunday of a day in Shanghai; holidays are not known. */
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Whether somebody has time then; no times said: any. */
export function hasTime(times: FreeTime[], { day, part }: Pick<Needed, 'day' | 'part'>): boolean {
  if (times.length === 0) {
    return true
  }
  const days = day === null ? ['weekday', 'weekend'] : [isWeekend(day) ? 'weekend' : 'weekday']
  const parts = part === 'any' ? ['day', 'evening'] : [part === 'evening' ? 'evening' : 'day']
  return times.some((time) => days.some((d) => parts.some((p) => time === `${d}_${p}`)))
}

/** What speaks for a neighbour, as it is told to the asker and to them. `able` is what they said they can do. */
export function reasonsFor(
  needed: Needed,
  { areaCode, thankCount, able }: { areaCode: string | null; thankCount: number; able?: Said | undefined },
): FitReason[] {
  const village = areaCodeAt(needed.areaCode, 'village')
  const holds: Record<FitReason, boolean> = {
    same_grid: areaCode === needed.areaCode,
    same_village:
      areaCode !== null && areaCode !== needed.areaCode && areaCodeAt(areaCode, 'village') === village,
    skill: able?.kinds.includes(needed.kind) === true,
    // Said so, and not only never said otherwise.
    time: able !== undefined && able.times.length > 0 && hasTime(able.times, needed),
    thanked: thankCount > 0,
  }
  return FIT_REASONS.filter((reason) => holds[reason])
}

/** Other things, other times, or further than they go. */
function isOut(needed: Needed, able: Able): boolean {
  return (
    !needed.areaCode.startsWith(able.reachCode) ||
    !able.kinds.includes(needed.kind) ||
    !hasTime(able.times, needed)
  )
}

const DISTANCES: FitReason[] = ['same_grid', 'same_village']
const distance = ({ reasons }: Fit) => {
  const at = DISTANCES.findIndex((reason) => reasons.includes(reason))
  return at === -1 ? DISTANCES.length : at
}

/**
 * Who is asked first, by rules that can be told to everybody: what they can do and when must fit; then the nearer
 * before the further, who was thanked more often before the others, and who said what they can do the longest ago
 * first. No weights, no score. `ables` come in the order in which they said so.
 */
export function askFirst(needed: Needed, ables: Able[]): Fit[] {
  return ables
    .filter((able) => !isOut(needed, able))
    .map((able) => ({ ...able, reasons: reasonsFor(needed, { ...able, able }) }))
    .sort((a, b) => distance(a) - distance(b) || b.thankCount - a.thankCount)
    .slice(0, ASKED_FIRST_MOST)
    .map(({ userId, reasons }) => ({ userId, reasons }))
}
