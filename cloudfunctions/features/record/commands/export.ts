import type { Output } from '~/types/api'
import { shanghaiDay, shanghaiTime } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { findVolunteerOfUser } from '../../activity/queries'
import { listEntries, type EntryRow } from '../repo'

/** Lines of one file; who serves every day fills it in thirteen years. */
const LINES_MOST = 5000
const HEAD = ['编号', '姓名', '服务日期', '活动', '地点', '时长(分钟)', '类别', '说明', '记录时间']
/** The fields of the record that the rules name, as far as the program keeps them (order 67 of civil affairs, art. 4). */
const lineOf = (name: string, row: EntryRow): string[] => [
  row.id,
  name,
  row.day,
  row.title,
  `${row.areaName} ${row.place}`,
  String(row.minutes),
  row.kind === 'served' ? '服务' : '更正',
  row.reason,
  shanghaiTime(row.at),
]

/** A field that a table program does not take for a formula. */
function quoted(field: string): string {
  const safe = /^[=+\-@]/.test(field) && !/^-?\d+$/.test(field) ? `'${field}` : field
  return `"${safe.replaceAll('"', '""')}"`
}

/** Every line of the caller's record as comma-separated text; a record of this program, not a certificate. */
export async function exportRecord(ctx: Ctx): Promise<Output<'record.export'>> {
  const userId = ctx.actor.user.id
  ctx.trail = { target: userId }
  const self = await findVolunteerOfUser(ctx.db, userId)
  const rows = self === undefined ? [] : await listEntries(ctx.db, [self], { limit: LINES_MOST })
  const lines = [HEAD, ...rows.map((row) => lineOf(ctx.actor.user.name, row))]
  return {
    fileName: `志愿服务平台记录-${shanghaiDay(ctx.now)}.csv`,
    text: lines.map((line) => line.map(quoted).join(',')).join('\r\n'),
  }
}
