import type { AnnouncementUrgency } from '~/types/announcement'
import type { Tone } from '~/types/feed'
import type { Ctx } from '../../core/context'
import { broadcastWithin, endTelling, type Message } from '../broadcast/queries'
import { replaceNotices } from '../notice/queries'
import type { AnnouncementRow } from './repo'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/** Characters of the text on a card. */
const SHOWN = 60
const LOOKS: Record<AnnouncementUrgency, { label: string; tone: Tone }> = {
  emergency: { label: '紧急通知', tone: 'urgent' },
  important: { label: '重要通知', tone: 'progress' },
  ordinary: { label: '通知', tone: 'neutral' },
}

/** What everything that tells of it is written under, and what takes it back. */
export const keyOf = ({ id }: Pick<AnnouncementRow, 'id'>) => `announcement:${id}`
export const endKeyOf = ({ id }: Pick<AnnouncementRow, 'id'>) => `announcement:${id}:withdrawn`
export const reminderKeyOf = ({ id }: Pick<AnnouncementRow, 'id'>, number: number) =>
  `announcement:${id}:reminder:${number}`
export const pathOf = ({ id }: Pick<AnnouncementRow, 'id'>) => `features/announcement/detail/index?id=${id}`

/** The card: as much of the text as a group shows. */
export function cardOf(row: Pick<AnnouncementRow, 'id' | 'title' | 'words' | 'urgency'>) {
  const words = [...row.words.replaceAll('\n', ' ')]
  const body = words.length > SHOWN ? `${words.slice(0, SHOWN - 1).join('')}…` : words.join('')
  return { title: row.title, body, ...LOOKS[row.urgency], path: pathOf(row) }
}

const messageOf = (row: AnnouncementRow): Message => ({
  ...cardOf(row),
  key: keyOf(row),
  pictureId: row.pictureId,
  lane: row.urgency,
  sourceCode: row.areaCode,
})

const retractionOf = (row: AnnouncementRow): Omit<Message, 'key'> => ({
  title: `已撤回:${row.title}`,
  body: row.reason,
  label: '已撤回',
  tone: 'neutral',
  path: pathOf(row),
  pictureId: null,
  lane: row.urgency,
  sourceCode: row.areaCode,
})

/**
 * Queues all grids of the area, by one statement, when everyone is to know. Other audiences are told one by one, by
 * the deliverer of the event.
 */
export async function tellEveryone(ctx: At, row: AnnouncementRow): Promise<void> {
  if (row.audience === 'everyone') {
    await broadcastWithin(ctx, messageOf(row), row.areaCode)
  }
}

/** Nobody more is told; every grid and every person who was told hears that it is withdrawn, nobody else does. */
export async function tellWithdrawn(ctx: At, row: AnnouncementRow): Promise<void> {
  const reminders = Array.from({ length: row.reminders }, (_, n) => reminderKeyOf(row, n + 1))
  const { title, body, label, tone, path } = retractionOf(row)
  await replaceNotices({ db: ctx.db, now: ctx.now, eventKey: endKeyOf(row) }, [keyOf(row), ...reminders], {
    title,
    body,
    label,
    tone,
    path,
  })
  await endTelling(ctx, keyOf(row), { ...retractionOf(row), key: endKeyOf(row) })
}
