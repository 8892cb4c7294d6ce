import type { Tone } from '~/types/feed'
import type { DeliverCtx } from '../../core/outbox'
import { titleOf } from '../../core/title'
import { tellPeople } from '../notice/queries'
import { RATED } from './asking'
import { isOutside } from './captured'
import type { AppealRow } from './repo'
import { listJoiners } from './rounds'

/** What is said of something that happened. */
export interface Words {
  label: string
  tone: Tone
  body: string
}

/** After these the person is asked how it went. */
const ASKED_AFTER = ['appeal.answered', 'appeal.finished']

/**
 * Tells what happened, and who did it, to whom the case is: who asked, whom it was asked for and, once neighbours may read it, everybody who
 * joined. Nobody is told of what they did themselves, and of what the person said only those who joined.
 */
export async function tellThose(
  ctx: DeliverCtx,
  event: string,
  { appeal, by, isPublic }: { appeal: AppealRow; by: string | null; isPublic: boolean },
  { label, tone, body }: Words,
): Promise<void> {
  const { submitterId, behalfUserId } = appeal
  const who = [...(isOutside(appeal) ? [] : [submitterId]), ...(behalfUserId === null ? [] : [behalfUserId])]
  const own = event === RATED ? [] : who
  const joined = isPublic ? await listJoiners(ctx.db, appeal.id) : []
  const asked = ASKED_AFTER.includes(event) ? '。解决了没有、满意不满意,点开说一声' : ''
  const message = {
    title: titleOf(appeal.text),
    label,
    tone,
    path: `features/appeal/detail/index?id=${appeal.id}`,
  }
  const people = new Map<string, { body: string; kind?: 'progress' }>([
    ...joined.map((userId) => [userId, { body }] as const),
    ...own.map((userId) => [userId, { body: `${body}${asked}`, kind: 'progress' }] as const),
  ])
  people.delete(by ?? '')
  await tellPeople(
    ctx,
    [...people].map(([userId, said]) => ({ ...message, ...said, userId })),
  )
}
