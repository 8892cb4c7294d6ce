import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'
import { findHolder } from './ledger'

/** Nothing goes: the ledger is only ever added to, and names nobody. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const userId = actor.user.id
    const [holder, entries, goods, objections] = await Promise.all([
      findHolder(db, userId),
      db
        .selectFrom('pointsEntry')
        .select(['at', 'words'])
        .where('userId', '=', userId)
        .orderBy('at')
        .execute(),
      db
        .selectFrom('pointsRedemption')
        .select(['redeemedAt', 'goodsName', 'price'])
        .where('userId', '=', userId)
        .orderBy('redeemedAt')
        .execute(),
      db
        .selectFrom('pointsObjection')
        .select(['at', 'reason'])
        .where('userId', '=', userId)
        .orderBy('at')
        .execute(),
    ])
    return [
      section('您家的积分', holder === undefined ? [] : [holder], (row) => ['余额', `${row.balance}分`]),
      section('您的积分记录', entries, (row) => [shanghaiTime(row.at), row.words || '积分变动']),
      section('您兑换的东西', goods, (row) => [
        shanghaiTime(row.redeemedAt),
        `${row.goodsName},${row.price}分`,
      ]),
      section('您对积分提的异议', objections, (row) => [shanghaiTime(row.at), row.reason]),
    ]
  },
  forget: () => Promise.resolve(),
}
