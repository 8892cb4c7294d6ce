import type { Input } from '~/types/api'
import type { VoiceView } from '~/types/voice'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { plain } from '../../../core/fields'
import { checkVoice } from '../check'
import { voiceViews } from '../queries'
import { findOwn, updateUnfinished, type VoiceRow } from '../repo'

/** Characters kept at most; nobody says so much in a minute. */
const TEXT_MOST = 1000

/**
 * Keeps the recording and what was understood of it. Outside a transaction, since it waits for the storage and the
 * recognition; finishing twice gives the same recording with the same words.
 */
export async function finishVoice(ctx: Ctx, input: Input<'voice.finish'>): Promise<VoiceView> {
  const { voiceId, seconds } = input
  const row = await findOwn(ctx.db, voiceId, ctx.actor.user.id)
  if (row === undefined) {
    throw notFound('段语音')
  }
  if (row.fileKey === null) {
    await keep(ctx, row, seconds)
  }
  // Nobody sweeps the raw file of a recording in use, so failing to delete it is an error, and finishing again tries
  // again.
  await ctx.ports.storage.removeUpload(row.rawPath)
  const view = (await voiceViews(ctx, [voiceId])).get(voiceId)
  if (view === undefined) {
    throw notFound('段语音')
  }
  return view
}

async function keep(ctx: Ctx, row: VoiceRow, seconds: number): Promise<void> {
  const { storage, speech } = ctx.ports
  const bytes = await storage.readUpload(row.rawPath)
  const format = checkVoice(bytes)
  const fileKey = await storage.write(`voices/${row.id}.${format}`, bytes)
  const said = plain(await speech.transcribe({ bytes, format, seconds }))
  const text = [...said].slice(0, TEXT_MOST).join('')
  await updateUnfinished(ctx.db, row.id, { fileKey, bytes: bytes.length, seconds, text })
}
