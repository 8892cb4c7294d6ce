import type { VoiceView } from '~/types/voice'
import type { Ctx } from '../../core/context'
import { invalid } from '../../core/errors'
import { presentVoice } from './present'
import { attachOwn, deleteLoose, findVoices, listLoose } from './repo'

/** Views of finished recordings by id. */
export async function voiceViews(ctx: Ctx, ids: string[]): Promise<Map<string, VoiceView>> {
  const rows = await findVoices(ctx.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, presentVoice(row, ctx.ports.storage.url(row.fileKey ?? ''))]))
}

/** Uses recordings that the caller has finished and not used yet. INVALID at `voiceIds` when one is not. */
export async function attachVoices(ctx: Ctx, ids: string[]): Promise<void> {
  const attached = await attachOwn(ctx.db, ids, ctx.actor.user.id, ctx.now)
  if (attached.length !== new Set(ids).size || new Set(ids).size !== ids.length) {
    throw invalid({ voiceIds: '有一段语音没有传好,请删掉那段重新说' })
  }
}

export { deleteLoose, listLoose }
