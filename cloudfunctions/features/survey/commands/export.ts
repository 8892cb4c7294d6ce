import type { Input, Output } from '~/types/api'
import type { AreaResultView } from '~/types/survey-results'
import { shanghaiDay } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { WHOLE } from '../compile'
import { requireRelation } from '../queries'
import { findSurvey } from '../repo'
import { showResults } from '../showing'

const HEAD = [
  '地方',
  '应参加',
  '参加',
  '纸质票',
  '参与率%',
  '得分',
  '区间下限',
  '区间上限',
  '满意率%',
  '名次',
  '并列',
]

function lineOf(area: AreaResultView): (string | number)[] {
  const { name, electors, ballots, onPaper, coverage, score, satisfied, place, tied } = area
  const hidden = '不公布'
  return [
    ...[name, electors, ballots, onPaper, coverage],
    ...(score === null ? [hidden, hidden, hidden] : [score.value, score.low, score.high]),
    ...[satisfied?.value ?? hidden, place ?? '不排名', tied ? '是' : ''],
  ]
}

/** A field of a table: quoted, and never begun with what a spreadsheet would take for a formula. */
const quoted = (field: string | number) =>
  `"${String(field)
    .replace(/^[=+\-@]/, "'$&")
    .replaceAll('"', '""')}"`

/** All places as a table for the meeting; what is hidden on the page is hidden here. */
export async function exportSurvey(
  ctx: Ctx,
  { id }: Input<'survey.export'>,
): Promise<Output<'survey.export'>> {
  const { survey, relation } = await requireRelation(ctx, await findSurvey(ctx.db, id))
  if (relation !== 'maker') {
    throw forbidden()
  }
  if (survey.closedAt === null) {
    throw conflict('wrong_status', '截止以后才能导出')
  }
  const all = { only: undefined, questions: false, grids: false }
  const { items } = await showResults(ctx, survey, { code: WHOLE, below: 'village', ...all })
  const rows = [HEAD, ...items.map(lineOf)].map((row) => row.map(quoted).join(','))
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return {
    name: `${survey.title}-${shanghaiDay(survey.closedAt)}.csv`,
    csv: `\ufeff${rows.join('\r\n')}\r\n`,
  }
}
