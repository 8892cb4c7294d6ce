import type { Db } from '~/cloudfunctions/core/db'
import type { ReplayToldView } from '../host/views'

/** Every grid that was told of a search, with what and when, in the order in which it was told. */
export async function listTold(db: Db, id: string): Promise<Omit<ReplayToldView, 'km'>[]> {
  const rows = await db
    .selectFrom('broadcastGrid')
    .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
    .innerJoin('area', 'area.code', 'broadcastGrid.areaCode')
    .innerJoin('area as village', 'village.code', 'area.parentCode')
    .select(['broadcastGrid.areaCode', 'broadcastGrid.toldAt', 'broadcast.title', 'broadcast.label'])
    .select(['area.name', 'village.name as villageName', 'area.latitude', 'area.longitude'])
    .where('broadcast.key', 'like', `missing:${id}%`)
    .where('broadcastGrid.state', '=', 'told')
    .orderBy('broadcastGrid.toldAt')
    .orderBy('broadcastGrid.queuedAt')
    .orderBy('broadcastGrid.position')
    .execute()
  return rows.map(({ villageName, name, toldAt, ...row }) => ({
    ...row,
    name: `${villageName}${name}`,
    at: toldAt?.toISOString() ?? '',
  }))
}
