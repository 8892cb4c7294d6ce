import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'

/**
 * What is known about somebody who is missing is needed to find them (PIPL art. 13, no. 4) and is wiped three days after
 * the end, whoever leaves; the witness's number goes at once.
 */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const userId = actor.user.id
    const [reports, sightings, searched] = await Promise.all([
      db
        .selectFrom('missing')
        .select(['reportedAt', 'name', 'place'])
        .where('reporterId', '=', userId)
        .where('wipedAt', 'is', null)
        .orderBy('reportedAt')
        .execute(),
      db
        .selectFrom('missingSighting')
        .select(['at', 'exactPlace', 'words'])
        .where('userId', '=', userId)
        .orderBy('at')
        .execute(),
      db
        .selectFrom('missingSearcher')
        .select(['at', 'street'])
        .where('userId', '=', userId)
        .orderBy('at')
        .execute(),
    ])
    return [
      section('您报过的寻人', reports, (row) => [shanghaiTime(row.reportedAt), `${row.name} ${row.place}`]),
      section('您报的线索', sightings, (row) => [
        shanghaiTime(row.at),
        `${row.exactPlace} ${row.words}`.trim(),
      ]),
      section('您去找过的地方', searched, (row) => [shanghaiTime(row.at), row.street]),
    ]
  },
  async forget({ db, actor, now }) {
    const userId = actor.user.id
    await db.updateTable('missingSighting').set({ phone: null }).where('userId', '=', userId).execute()
    await db
      .updateTable('missingSearcher')
      .set({ endedAt: now })
      .where('userId', '=', userId)
      .where('endedAt', 'is', null)
      .execute()
  },
}
