import type { Input } from '~/types/api'
import type { VoiceUpload } from '~/types/voice'
import type { Ctx } from '../../../core/context'
import { AppError } from '../../../core/errors'
import { countPreparedSince, insertVoice } from '../repo'

/** Recordings one person may start in an hour; each one costs a recognition. */
const HOURLY_MOST = 60

/** Announces a recording and says where to put it. */
export async function prepareVoice(ctx: Ctx, _input: Input<'voice.prepare'>): Promise<VoiceUpload> {
  const { user } = ctx.actor
  const since = new Date(ctx.now.getTime() - 3_600_000)
  if ((await countPreparedSince(ctx.db, user.id, since)) >= HOURLY_MOST) {
    throw new AppError('RATE_LIMITED', { userMessage: '录音太多了,请歇一会儿再说,也可以打字' })
  }
  const id = ctx.newId()
  const rawPath = `uploads/${id}`
  await insertVoice(ctx.db, {
    id,
    userId: user.id,
    rawPath,
    fileKey: null,
    bytes: null,
    seconds: null,
    createdAt: ctx.now,
    attachedAt: null,
  })
  const url = await ctx.ports.storage.uploadUrl(rawPath)
  return { voiceId: id, cloudPath: rawPath, ...(url !== undefined && { url }) }
}
