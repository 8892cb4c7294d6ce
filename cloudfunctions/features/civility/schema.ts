import { z } from 'zod'
import type { Input } from '~/types/api'
import { CIVILITY_KINDS, CIVILITY_LIMITS } from '~/types/civility'
import { gridCode, id, words } from '../../core/fields'

export const remind = z.strictObject({
  kind: z.enum(CIVILITY_KINDS, '请选提醒什么事'),
  words: words('提醒的话', CIVILITY_LIMITS.words),
  areaCode: gridCode,
  pictureId: id.optional(),
  nobodyRecognisable: z.literal(true, '请先看一遍,确认认不出是谁,再发'),
}) satisfies z.ZodType<Input<'civility.remind'>>
export const withdraw = z.strictObject({
  id,
  reason: words('撤回的原因', CIVILITY_LIMITS.reason),
}) satisfies z.ZodType<Input<'civility.withdraw'>>
export const info = z.strictObject({ id }) satisfies z.ZodType<Input<'civility.info'>>
