import { sql } from 'kysely'
import { shanghaiTime } from '../../core/clock'
import type { Ctx } from '../../core/context'
import { conflict } from '../../core/errors'
import { section, type Keeper } from '../../core/keeper'
import { move } from '../../core/workflow'
import { leave } from './places'
import { minutesBySignup } from './signups'
import { activityWorkflow } from './workflow'

const RUNNING = ['draft', 'proposed', 'published'] as const
const COMING = ['waiting', 'offered', 'going'] as const

/** What somebody organises and what is not over yet. */
const organisedBy = ({ db, actor }: Ctx) =>
  db
    .selectFrom('activity')
    .selectAll()
    .where('organiserId', '=', actor.user.id)
    .where('status', 'in', RUNNING)

/** Hours stay in the ledger of service; places that are still to come go to the next, and names of the family go. */
export const keeper: Keeper = {
  async keptAbout({ db, secrets, actor }) {
    const userId = actor.user.id
    const [signups, family, organised] = await Promise.all([
      db
        .selectFrom('signup')
        .innerJoin('volunteer', 'volunteer.id', 'signup.volunteerId')
        .innerJoin('shift', 'shift.id', 'signup.shiftId')
        .innerJoin('activity', 'activity.id', 'signup.activityId')
        .select(['signup.id', 'shift.startsAt', 'activity.title'])
        .where('volunteer.userId', '=', userId)
        .orderBy('shift.startsAt')
        .execute(),
      db
        .selectFrom('volunteer')
        .select(['name', 'bornOn'])
        .where('namedBy', '=', userId)
        .orderBy('name')
        .execute(),
      db
        .selectFrom('activity')
        .select(['title', 'contact', 'phoneEncrypted'])
        .where('organiserId', '=', userId)
        .orderBy('createdAt')
        .execute(),
    ])
    const minutes = await minutesBySignup(
      db,
      signups.map(({ id }) => id),
    )
    return [
      section('您报名的志愿服务', signups, ({ id, startsAt, title }) => {
        const counted = minutes.get(id)
        return [shanghaiTime(startsAt), counted === undefined ? title : `${title},记${counted}分钟`]
      }),
      section('您替家人报名时写的', family, ({ name, bornOn }) => [name, bornOn ?? '没有填生日']),
      section('您发起的活动', organised, ({ title, contact, phoneEncrypted }) => {
        return [title, `联系人${contact} ${secrets.decrypt(phoneEncrypted)}`]
      }),
    ]
  },
  async forget(ctx) {
    const { db, actor, secrets } = ctx
    const userId = actor.user.id
    const running = await organisedBy(ctx).executeTakeFirst()
    if (running !== undefined) {
      throw conflict('has_activities', `您发起的“${running.title}”还没结束,请先取消或者写好总结,再来注销`)
    }
    const coming = await db
      .selectFrom('signup')
      .selectAll()
      .where('userId', '=', userId)
      .where('status', 'in', COMING)
      .orderBy('shiftId')
      .execute()
    for (const signup of coming) {
      await leave(ctx, signup, 'activity.cancel')
    }
    await db
      .updateTable('activity')
      .set({ contact: '', phoneEncrypted: secrets.encrypt('') })
      .where('organiserId', '=', userId)
      .execute()
    // Two of one person may not have one name, so each is called by a number.
    await sql`
      UPDATE volunteer SET name = '家人' || numbered.n, born_on = NULL
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM volunteer WHERE named_by = ${userId}) AS numbered
      WHERE volunteer.id = numbered.id`.execute(db)
  },
  async endAll(ctx) {
    const set = { reason: '发起人已经离开', decidedBy: ctx.actor.user.id }
    const step = { table: 'activity', workflow: activityWorkflow, action: 'activity.callOff', set } as const
    for (const row of await organisedBy(ctx).orderBy('id').forUpdate().execute()) {
      await move(ctx, { ...step, row })
    }
  },
}
