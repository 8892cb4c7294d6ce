import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'

/** The words and pictures of a post go; that there was one stays, as others have answered it. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const userId = actor.user.id
    const [posts, blocked] = await Promise.all([
      db.selectFrom('post').select(['at', 'words']).where('userId', '=', userId).orderBy('at').execute(),
      db.selectFrom('blockedPair').select('at').where('userId', '=', userId).orderBy('at').execute(),
    ])
    return [
      section('您的跟帖', posts, (row) => [shanghaiTime(row.at), row.words]),
      section('您不想再来往的邻居', blocked, (row) => [shanghaiTime(row.at), '一位邻居']),
    ]
  },
  async forget({ db, actor, now }) {
    const userId = actor.user.id
    const own = db.selectFrom('post').select('id').where('userId', '=', userId)
    await db.deleteFrom('postPicture').where('postId', 'in', own).execute()
    await db
      .updateTable('post')
      .set({ words: '(已注销)', hiddenBy: userId, hiddenAt: now, hiddenWhy: '本人注销' })
      .where('userId', '=', userId)
      .execute()
    await db
      .deleteFrom('blockedPair')
      .where((eb) => eb.or([eb('userId', '=', userId), eb('otherId', '=', userId)]))
      .execute()
  },
}
