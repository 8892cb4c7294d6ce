import { TRIAGE_OUTCOMES } from '~/types/appeal'
import type { Input, Output } from '~/types/api'
import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { areaViews, getAreaView } from '../../area/queries'
import { categoriesOf, monthBounds, monthsUntil, sharesOf } from '../month'
import { tallyCases, tallyCategories } from '../tally'

/** Village, town and district of where the caller lives, came from, or works; the narrowest first. */
function around({ actor }: Ctx): string[] {
  const home = actor.membership?.areaCode ?? actor.groupAreaCode
  const works = actor.assignments.map(({ areaCode }) => areaCode).sort((a, b) => b.length - a.length)
  const code = home ?? works[0] ?? ''
  return (['village', 'town', 'district'] as const)
    .filter((level) => code.length >= AREA_CODE_LENGTH[level])
    .map((level) => areaCodeAt(code, level))
}

/** What a village, a town or the district did in a month with what was asked for: counts and shares, nobody's case. */
export async function readMonth(
  ctx: Ctx,
  { areaCode, month }: Input<'appeal.month'>,
): Promise<Output<'appeal.month'>> {
  const own = around(ctx)
  const code = areaCode ?? own[0]
  if (code === undefined) {
    throw invalid({ areaCode: '请先选一下您住在哪个网格' })
  }
  if (code.length > AREA_CODE_LENGTH.village) {
    throw invalid({ areaCode: '只公布到村和社区' })
  }
  const months = monthsUntil(ctx.now)
  const [running = ''] = months
  const shown = month ?? running
  if (!months.includes(shown)) {
    throw invalid({ month: '只能看最近12个月' })
  }
  const area = await getAreaView(ctx.db, code)
  const bounds = monthBounds(shown)
  const [villages, categories, names] = await Promise.all([
    tallyCases(ctx.db, code, { ...bounds, now: ctx.now }, TRIAGE_OUTCOMES),
    tallyCategories(ctx.db, code, bounds),
    areaViews(ctx.db, own),
  ])
  const sum = (of: 'count' | 'open' | 'withdrawn') => categories.reduce((all, row) => all + row[of], 0)
  const [total, open, withdrawn] = [sum('count'), sum('open'), sum('withdrawn')]
  return {
    area,
    areas: own.map((one) => ({ code: one, name: names.get(one)?.name ?? '' })),
    month: shown,
    running: shown === running,
    months,
    total,
    done: total - open - withdrawn,
    open,
    withdrawn,
    ...sharesOf(villages),
    categories: categoriesOf(categories),
  }
}
