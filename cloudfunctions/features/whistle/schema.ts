import { z } from 'zod'
import { WHISTLE_KINDS } from '~/types/whistle'
import { settingSeconds } from '../../core/fields'

/** Shape of the setting `whistle.terms`: seconds until the department must be there (domain rules 1.5). */
export const termsSetting = z.record(z.enum(WHISTLE_KINDS), settingSeconds)
