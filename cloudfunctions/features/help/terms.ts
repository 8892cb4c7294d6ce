import { z } from 'zod'
import { areaCodeAt, areaLevelOf } from '~/types/area'
import type { Ctx } from '../../core/context'
import { settingSeconds } from '../../core/fields'
import { readSetting } from '../../core/settings'

const NAMES = ['asked', 'grid', 'village', 'urgent', 'lonely', 'keep'] as const
/** Seconds by what they are for; see the migration that sets the first ones. */
export type HelpTerms = Record<(typeof NAMES)[number], number>
export const termsSetting = z.record(z.enum(NAMES), settingSeconds)

export const readTerms = ({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<HelpTerms> =>
  readSetting(db, 'help.terms', termsSetting, now)

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

export interface Reach {
  reachCode: string | null
  widenAt: Date | null
}

/** Who sees a request from `at` on, when that begins with the people of `reachCode`; null: only those asked first. */
export function reachFrom(terms: HelpTerms, urgent: boolean, reachCode: string | null, at: Date): Reach {
  const level = reachCode === null ? undefined : areaLevelOf(reachCode)
  if (level === 'town') {
    return { reachCode, widenAt: null }
  }
  const seconds = level === undefined ? terms.asked : level === 'village' ? terms.village : terms.grid
  return { reachCode, widenAt: after(at, urgent ? terms.urgent : seconds) }
}

/** The next wider circle: those asked first, the grid, its village, its town. */
export function wider(areaCode: string, reachCode: string | null): string {
  if (reachCode === null) {
    return areaCode
  }
  return areaCodeAt(areaCode, areaLevelOf(reachCode) === 'grid' ? 'village' : 'town')
}

export interface Alert {
  alertCode: string | null
  alertAt: Date | null
}

/** When staff is called while nobody takes it: at once for an urgent one, after some hours for the others. */
export function alertFrom(terms: HelpTerms, urgent: boolean, areaCode: string, at: Date): Alert {
  return urgent
    ? { alertCode: areaCode, alertAt: after(at, terms.urgent) }
    : { alertCode: null, alertAt: after(at, terms.lonely) }
}

/** The staff that is called next: up to the town for an urgent one, the grid worker for the others. */
export function nextAlert(
  terms: HelpTerms,
  { urgent, areaCode, alertCode, alertAt }: { urgent: boolean; areaCode: string } & Alert,
): Alert {
  const code = wider(areaCode, alertCode)
  const last = !urgent || areaLevelOf(code) === 'town'
  return { alertCode: code, alertAt: last || alertAt === null ? null : after(alertAt, terms.urgent) }
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** When a request is put away: so long after it was asked, or after the day it is for. */
export function keepUntil(terms: HelpTerms, day: string | null, at: Date): Date {
  const dayEnds = day === null ? 0 : Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + DAY_MS
  return after(new Date(Math.max(at.getTime(), dayEnds)), terms.keep)
}
