import { z } from 'zod'
import type { Input } from '~/types/api'
import { VOICE_BYTES_MAX, VOICE_SECONDS_MAX } from '~/types/voice'
import { id } from '../../core/fields'

export const prepare = z.strictObject({
  bytes: z
    .int('录音大小不对')
    .min(1, '这段录音是空的,请再说一遍')
    .max(VOICE_BYTES_MAX, '这段录音太大了,请说短一些'),
}) satisfies z.ZodType<Input<'voice.prepare'>>
export const finish = z.strictObject({
  voiceId: id,
  seconds: z
    .int('录音时长不对')
    .min(1, '说得太短了,请再说一遍')
    .max(VOICE_SECONDS_MAX, `一次最多说${VOICE_SECONDS_MAX}秒,请分几次说`),
}) satisfies z.ZodType<Input<'voice.finish'>>
