import type { PartyDuty } from '~/types/party'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { shanghaiDay } from '../../core/clock'
import { readSetting } from '../../core/settings'
import { serviceSince } from '../record/queries'
import { dutySetting } from './schema'

/** What each person has counted this year. */
export const served = (db: DbOrTx, now: Date) => serviceSince(db, `${yearOf(now)}-01-01`)

export interface Service {
  activities: number
  minutes: number
}

export function readDuty({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Record<PartyDuty, number>> {
  return readSetting(db, 'party.duty', dutySetting, now)
}

/** Year of Shanghai. */
export const yearOf = (at: Date) => Number(shanghaiDay(at).slice(0, 4))

/** Enough activities or enough hours: either is enough (domain rules 2.4). */
export function isMet({ activities, minutes }: Service, needs: Record<PartyDuty, number>): boolean {
  return activities >= needs.activities || minutes >= needs.hours * 60
}

export async function readServed(db: DbOrTx, userId: string, now: Date): Promise<Service> {
  const row = await served(db, now).where('volunteer.userId', '=', userId).executeTakeFirst()
  return { activities: row?.activities ?? 0, minutes: row?.minutes ?? 0 }
}
