import { z } from 'zod'
import { PACES } from '~/types/missing'
import type { DbOrTx } from '../../core/db'
import { settingSeconds } from '../../core/fields'
import { readSetting } from '../../core/settings'

/** Farther than any district is wide. */
const KM_MOST = 200

const km = z.number('请填一个数').min(0, '不能是负数').max(KM_MOST, `最多${KM_MOST}`)
const hour = z.int('请填整点,0到23').min(0, '请填整点,0到23').max(23, '请填整点,0到23')

/** Shape of `missing.speeds`, km/h, and of `missing.caps`, km. */
const byPace = z.record(z.enum(PACES), km)
/** Shape of `missing.rings`; distances in km. */
const ringsSetting = z.strictObject({
  /** The priority areas: half of those who need help are found within the first. */
  first: km,
  second: km,
  /** How far a grid reaches from its middle: areas are known by their middle alone. */
  half: km,
  /** Towns whose nearest grids are at most this far apart adjoin. */
  adjoin: km,
  /** A sighting at least this far from the centre becomes the centre. */
  moved: km,
  /** At night, in frost and in heat the waits are multiplied by this. */
  hurry: z.number('请填一个数').min(0.1, '最小0.1').max(1, '最大1'),
  nightFrom: hour,
  nightUntil: hour,
})
/** Shape of `missing.waits`, in seconds from the verification. */
const waitsSetting = z.strictObject({
  village: settingSeconds,
  town: settingSeconds,
  adjoining: settingSeconds,
  district: settingSeconds,
  /** Between two looks at how far the person may have come. */
  again: settingSeconds,
})
/** Shape of `missing.terms`, in seconds. */
const termsSetting = z.strictObject({
  /** Until somebody must have called the reporter; after it the next level is asked. */
  confirm: settingSeconds,
  expire: settingSeconds,
  /** From the end to the wiping. */
  wipe: settingSeconds,
})

/** Shapes of the settings of missing persons. */
export const settingSchemas = {
  'missing.speeds': byPace,
  'missing.caps': byPace,
  'missing.rings': ringsSetting,
  'missing.waits': waitsSetting,
  'missing.terms': termsSetting,
}

type At = { db: DbOrTx; now: Date }
export type Terms = z.infer<typeof termsSetting>
/** Everything that decides who is told when. */
export interface RingSettings {
  speeds: z.infer<typeof byPace>
  caps: z.infer<typeof byPace>
  rings: z.infer<typeof ringsSetting>
  waits: z.infer<typeof waitsSetting>
}

export const readTerms = ({ db, now }: At): Promise<Terms> =>
  readSetting(db, 'missing.terms', termsSetting, now)

export async function readRingSettings({ db, now }: At): Promise<RingSettings> {
  const [speeds, caps, rings, waits] = await Promise.all([
    readSetting(db, 'missing.speeds', byPace, now),
    readSetting(db, 'missing.caps', byPace, now),
    readSetting(db, 'missing.rings', ringsSetting, now),
    readSetting(db, 'missing.waits', waitsSetting, now),
  ])
  return { speeds, caps, rings, waits }
}
