import { section, type Keeper } from '../../core/keeper'

interface Answered {
  title: string
  choices: string[]
  choice: number | null
  number: number | null
  answeredAt: Date | null
}

/** 看过; 回复:来 */
function answerWords({ choices, choice, number, answeredAt }: Answered): string {
  const said = choice === null ? number : choices[choice]
  return answeredAt === null ? '看过' : `回复:${said ?? '收到'}`
}

/** What somebody opened and answered; what staff wrote in office is not about them. */
export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const rows = await db
      .selectFrom('announcementReader')
      .innerJoin('announcement', 'announcement.id', 'announcementReader.announcementId')
      .select(['title', 'choices', 'choice', 'number', 'answeredAt'])
      .where('userId', '=', actor.user.id)
      .orderBy('openedAt')
      .execute()
    return [section('您看过、回复过的通知', rows, (row) => [row.title, answerWords(row)])]
  },
  async forget({ db, actor }) {
    await db.deleteFrom('announcementReader').where('userId', '=', actor.user.id).execute()
  },
}
