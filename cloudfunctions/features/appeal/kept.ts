import { shanghaiTime } from '../../core/clock'
import { section, type Keeper } from '../../core/keeper'

/** Cases stay for the law; a name that was shown to neighbours is shown no more. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const userId = actor.user.id
    const [appeals, filed, words, ratings] = await Promise.all([
      // What a worker wrote down for somebody outside is not about the worker.
      db
        .selectFrom('appeal')
        .select(['number', 'text'])
        .where('submitterId', '=', userId)
        .where('capturedBy', 'is distinct from', userId)
        .orderBy('submittedAt')
        .execute(),
      db
        .selectFrom('appeal')
        .select(['number', 'text'])
        .where('behalfUserId', '=', userId)
        .orderBy('submittedAt')
        .execute(),
      // What was said with a rating stands with the ratings; what staff writes in office is not about the person.
      db
        .selectFrom('appealStep')
        .select(['at', 'words'])
        .where((eb) =>
          eb.or([
            eb('userId', '=', userId),
            eb(
              'appealId',
              'in',
              eb.selectFrom('appeal').select('appeal.id').where('submitterId', '=', userId),
            ),
          ]),
        )
        .where('byResident', '=', true)
        .where('words', '<>', '')
        .where('action', '<>', 'appeal.rate')
        .orderBy('at')
        .execute(),
      db
        .selectFrom('appealRating')
        .select(['at', 'words'])
        .where('userId', '=', userId)
        .orderBy('at')
        .execute(),
    ])
    return [
      section('您提过的诉求', appeals, (row) => [row.number, row.text]),
      section('别人替您提的诉求', filed, (row) => [row.number, row.text]),
      section('您补充的话', words, (row) => [shanghaiTime(row.at), row.words]),
      section('您的评价', ratings, (row) => [shanghaiTime(row.at), row.words || '没有留言']),
    ]
  },
  async forget({ db, actor }) {
    // Whom they spoke for was theirs to name; who they were to others is kept no longer.
    await db
      .updateTable('appeal')
      .set({ behalfName: '', behalfPhoneEncrypted: null, behalfUserId: null })
      .where((eb) => eb.or([eb('behalfUserId', '=', actor.user.id), eb('submitterId', '=', actor.user.id)]))
      .where('behalfName', '<>', '')
      .execute()
    await db
      .updateTable('appeal')
      .set({ nameShown: false })
      .where('submitterId', '=', actor.user.id)
      .execute()
  },
}
