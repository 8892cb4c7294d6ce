import { sql } from 'kysely'
import type { HelpRowView, HelpView } from '~/types/help'
import { countUnchecked, type Unchecked } from '../../core/claim'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { areaViews } from '../area/queries'
import { shownGridOf } from '../me/queries'
import { pictureViews } from '../picture/queries'
import { countPosts, type ThreadOwner } from '../thread/queries'
import { voiceViews } from '../voice/queries'
import { aroundAll, requireVisible, type Around } from './around'
import { listAblesOf } from './beside'
import { presentHelp } from './present'
import { countThanked, findHelp, listMedia, type HelpRow } from './repo'
import { presentHelpRow } from './row'
import { pageOf } from './page'
import { termsSetting } from './terms'

export { keeper } from './kept'

/** Shapes of the settings of neighbours' help. */
export const settingSchemas = { 'help.terms': termsSetting }

/** The whole request as the caller may see it. */
export async function viewHelp(ctx: Ctx, row: HelpRow | undefined): Promise<HelpView> {
  const { help, around } = await requireVisible(ctx, row)
  const { pictureIds, voiceIds } = await listMedia(ctx.db, help.id)
  const [areas, posts, pictures, voices, offerers] = await Promise.all([
    areaViews(ctx.db, [help.areaCode]),
    countPosts(ctx.db, 'help', [help.id]),
    pictureViews(ctx, pictureIds, around.relation === 'neighbour' ? 'neighbour' : 'people'),
    voiceViews(ctx, voiceIds),
    offerersOf(ctx, around),
  ])
  const grid = shownGridOf(ctx.actor)
  return presentHelp({
    ...{ help, around, areas, grid, offerers },
    postCount: posts.get(help.id) ?? 0,
    pictures: pictureIds.flatMap((id) => pictures.get(id) ?? []),
    voices: voiceIds.flatMap((id) => voices.get(id) ?? []),
  })
}

async function offerersOf({ db }: Ctx, { offers }: Around) {
  const ids = offers.map(({ userId }) => userId)
  const [thankCounts, ables] = await Promise.all([countThanked(db, ids), listAblesOf(db, ids)])
  return { thankCounts, ables }
}

/** Lines of a list; a fixed number of statements however long it is. */
export async function viewHelpRows(ctx: Ctx, rows: HelpRow[]): Promise<Map<string, HelpRowView>> {
  const ids = rows.map(({ id }) => id)
  const codes = rows.map(({ areaCode }) => areaCode)
  const [areas, around, posts] = await Promise.all([
    areaViews(ctx.db, codes),
    aroundAll(ctx, rows),
    countPosts(ctx.db, 'help', ids),
  ])
  const grid = shownGridOf(ctx.actor)
  const lines = rows.flatMap((help) => {
    const beside = around.get(help.id)
    const postCount = posts.get(help.id) ?? 0
    return beside === undefined ? [] : [presentHelpRow({ help, around: beside, areas, grid, postCount })]
  })
  return new Map(lines.map((line) => [line.id, line]))
}

/** The thread under a request: whoever may see it may speak, until it is over. */
export const helpThread: ThreadOwner = {
  async open(ctx, id) {
    const { help, around } = await requireVisible(ctx, await findHelp(ctx.db, id))
    const over = ['cancelled', 'expired', 'removed'].includes(help.status)
    return {
      areaCode: help.areaCode,
      ownerId: help.askerId,
      canPost: !over,
      isStaff: around.relation === 'staff',
    }
  },
  async page(db, id) {
    const help = await findHelp(db, id)
    return help === undefined ? undefined : pageOf(help)
  },
}

/** Who helped, once both sides have said that it is done; null before, and when it went another way. */
export async function findHelper(db: DbOrTx, id: string): Promise<string | null> {
  const help = await findHelp(db, id)
  return help?.status === 'done' ? help.helperId : null
}

/** Requests and words of thanks that wait for the platform. */
export async function countUncheckedHelps(db: DbOrTx): Promise<{ help: Unchecked; thank: Unchecked }> {
  const only = sql<boolean>`true`
  const [help, thank] = await Promise.all([
    countUnchecked(db, { table: 'help', only }, 'asked_at'),
    countUnchecked(db, { table: 'helpThank', only }, 'at'),
  ])
  return { help, thank }
}
