import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'

/** Being a party member is a belief (PIPL art. 28): all of it goes. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const mine = db.selectFrom('partyMember').where('userId', '=', actor.user.id)
    const [registered, duties] = await Promise.all([
      mine.select(['registeredAt', 'organisation']).orderBy('registeredAt').execute(),
      db
        .selectFrom('partyDuty')
        .innerJoin('partyPost', 'partyPost.id', 'partyDuty.postId')
        .select(['partyDuty.takenAt', 'partyPost.name'])
        .where('partyDuty.memberId', 'in', mine.select('partyMember.id'))
        .orderBy('partyDuty.takenAt')
        .execute(),
    ])
    return [
      section('您的党员报到', registered, (row) => [shanghaiTime(row.registeredAt), row.organisation]),
      section('您认领的岗位', duties, (row) => [shanghaiTime(row.takenAt), row.name]),
    ]
  },
  async forget({ db, actor }) {
    const mine = db.selectFrom('partyMember').select('id').where('userId', '=', actor.user.id)
    await db.deleteFrom('partyDuty').where('memberId', 'in', mine).execute()
    await db.deleteFrom('partyMember').where('userId', '=', actor.user.id).execute()
  },
}
