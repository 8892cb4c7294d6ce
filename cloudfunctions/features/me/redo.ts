import { loadActor, type Actor } from '../../core/actor'
import type { Redo, RedoCtx } from '../../core/deletion'
import { KEEPERS } from './keepers'
import { letGo } from './leaving'

/** The person as they were when they left; undefined when they are not there or have left. */
async function leaver({ db, now, newId }: RedoCtx, id: string): Promise<Actor | undefined> {
  const user = await db.selectFrom('appUser').selectAll().where('id', '=', id).executeTakeFirst()
  return user === undefined || user.openid === null
    ? undefined
    : loadActor(db, user.openid, undefined, now, newId)
}

/** Who has left leaves again, also out of what they had ended before. */
export const redo = {
  async 'me.removed'(redoing, { target }) {
    const actor = await leaver(redoing, target)
    if (actor !== undefined) {
      const ctx = { ...redoing, actor }
      for (const { endAll } of KEEPERS) {
        await endAll?.(ctx)
      }
      await letGo(ctx)
    }
  },
} satisfies Redo
