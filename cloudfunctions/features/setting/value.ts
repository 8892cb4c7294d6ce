import type { z } from 'zod'
import type { SettingName, SettingValue } from '~/types/setting'
import { calendarSetting } from '../../core/calendar'
import { invalid } from '../../core/errors'
import { wrongFields } from '../../core/fields'
import { settingSchemas as activitySettings } from '../activity/queries'
import { settingSchemas as announcementSettings } from '../announcement/queries'
import { settingSchemas as appealSettings } from '../appeal/queries'
import { settingSchemas as broadcastSettings } from '../broadcast/queries'
import { settingSchemas as partySettings } from '../party/queries'
import { settingSchemas as evaluationSettings } from '../evaluation/queries'
import { settingSchemas as pointsSettings } from '../points/queries'
import { settingSchemas as surveySettings } from '../survey/queries'
import { settingSchemas as helpSettings } from '../help/queries'
import { settingSchemas as missingSettings } from '../missing/queries'
import { settingSchemas as whistleSettings } from '../whistle/queries'

/** The shape that each setting is read in; who reads a setting says what it must look like. */
const SHAPES: Record<SettingName, z.ZodType<SettingValue>> = {
  ...activitySettings,
  ...announcementSettings,
  ...appealSettings,
  ...broadcastSettings,
  ...surveySettings,
  ...helpSettings,
  ...missingSettings,
  ...whistleSettings,
  ...partySettings,
  ...pointsSettings,
  ...evaluationSettings,
  'calendar.days': calendarSetting,
}

/** The value as it will be read; INVALID with the fields below `value` that do not fit. */
export function checkValue(name: SettingName, value: unknown): SettingValue {
  const parsed = SHAPES[name].safeParse(value)
  if (!parsed.success) {
    throw invalid(wrongFields(parsed.error, ['value']))
  }
  return parsed.data
}
