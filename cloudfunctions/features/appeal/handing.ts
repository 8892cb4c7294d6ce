import { shanghaiTime } from '../../core/clock'
import type { Ctx } from '../../core/context'
import { emit, type Deliverer } from '../../core/outbox'
import { titleOf } from '../../core/title'
import { tellPeople } from '../notice/queries'
import { findAppeal, type AppealRow } from './repo'

/** A case lies with a colleague: given to them, or given back because nobody took it in time. */
export const HANDED = 'appeal.handed'

/** Tells who has the case now, once for each hand-over. */
export function tellWhoHasIt(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  { id, handlerId }: AppealRow,
  way: 'given' | 'back',
): Promise<void> {
  return emit(ctx, HANDED, { id, userId: handlerId ?? '', way }, `${HANDED}:${id}:${ctx.newId()}`)
}

/** Says nothing any more when the case has gone on meanwhile. */
export const tellHanded: Deliverer = async (ctx, { id = '', userId = '', way }) => {
  const appeal = await findAppeal(ctx.db, id)
  if (appeal?.status !== 'accepted' || appeal.handlerId !== userId) {
    return
  }
  const until = appeal.signDueAt === null ? '' : `请在${shanghaiTime(appeal.signDueAt).slice(5)}前接下`
  await tellPeople(ctx, [
    {
      userId,
      title: titleOf(appeal.text),
      body: way === 'back' ? '同事没有按时接下,退回给您' : until || '同事转给您的',
      label: way === 'back' ? '退回给您' : '转给您的',
      tone: 'progress',
      path: `features/appeal/detail/index?id=${id}`,
    },
  ])
}
