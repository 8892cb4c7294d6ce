import { PAIRED_HELP_STATUSES } from '~/types/help'
import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'
import { cancelHelp } from './commands/cancel'

/** What is running is given back or called off, so that nobody waits for somebody who has left. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const userId = actor.user.id
    const helps = db.selectFrom('help').select(['askedAt', 'text']).orderBy('askedAt')
    const [asked, helped, able, thanks] = await Promise.all([
      helps.where('askerId', '=', userId).execute(),
      helps.where('helperId', '=', userId).execute(),
      db.selectFrom('helpAble').select(['at', 'words']).where('userId', '=', userId).execute(),
      db.selectFrom('helpThank').select(['at', 'words']).where('userId', '=', userId).orderBy('at').execute(),
    ])
    return [
      section('您请邻居帮的忙', asked, (row) => [shanghaiTime(row.askedAt), row.text]),
      section('您帮过的忙', helped, (row) => [shanghaiTime(row.askedAt), row.text]),
      section('您说过能帮的', able, (row) => [shanghaiTime(row.at), row.words || '只选了种类和时间']),
      section('您的感谢', thanks, (row) => [shanghaiTime(row.at), row.words]),
    ]
  },
  async forget(ctx) {
    const { db, actor } = ctx
    const userId = actor.user.id
    const running = await db
      .selectFrom('help')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('askerId', '=', userId), eb('status', 'in', ['open', ...PAIRED_HELP_STATUSES])]),
          eb.and([eb('helperId', '=', userId), eb('status', 'in', PAIRED_HELP_STATUSES)]),
        ]),
      )
      .orderBy('id')
      .execute()
    for (const { id } of running) {
      await cancelHelp(ctx, { id, words: '' })
    }
    for (const table of ['helpAble', 'helpOffer', 'helpInvite'] as const) {
      await db.deleteFrom(table).where('userId', '=', userId).execute()
    }
  },
}
