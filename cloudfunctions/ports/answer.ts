import { z } from 'zod'
import type { PictureAnswer } from './ports'

/** The message of WeChat's check of a picture, version 2 (platform facts C5); numbers may come as text. */
const message = (appid: string) =>
  z.object({
    MsgType: z.literal('event'),
    Event: z.literal('wxa_media_check'),
    appid: z.literal(appid),
    version: z.coerce.number().pipe(z.literal(2)),
    trace_id: z.string().min(1).max(128),
    /** Not 0 when the platform could not look, as -1008: it could not fetch the picture. */
    errcode: z.coerce.number().default(0),
    result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
  })

/** What a pushed message says of a picture; undefined when it is no such message of this mini program. */
export function readAnswer(appid: string, event: unknown): PictureAnswer | undefined {
  const { data } = message(appid).safeParse(event)
  if (data === undefined || (data.errcode === 0 && data.result === undefined)) {
    return undefined
  }
  const verdict = data.errcode === 0 ? data.result?.suggest : undefined
  return { traceId: data.trace_id, ...(verdict !== undefined && { verdict }) }
}
