import type { AnnouncementRowView, AnnouncementView, OwnAnswer } from '~/types/announcement'
import type { AttachmentView } from '~/types/attachment'
import type { PictureView } from '~/types/picture'
import type { Actor } from '../../core/actor'
import { allowedActions } from './can'
import { manages } from './policy'
import type { AnnouncementRow, ReaderRow } from './repo'
import { presentSeries, type SeriesRow } from './series'

export function presentRow(row: AnnouncementRow, areaName: string): AnnouncementRowView {
  const { id, title, urgency, status, audience, publishedAt, startsAt, createdAt } = row
  const at = publishedAt ?? (status === 'scheduled' ? startsAt : null) ?? createdAt
  return { id, title, urgency, status, audience, areaName, at: at.toISOString() }
}

function presentAnswer({ answeredAt, choice, number }: ReaderRow): OwnAnswer | undefined {
  const said = { ...(choice !== null && { choice }), ...(number !== null && { number }) }
  return answeredAt === null ? undefined : { ...said, at: answeredAt.toISOString() }
}

interface Parts {
  actor: Actor
  areaName: string
  /** The grid by which the caller is meant. */
  grid: string | undefined
  reader: ReaderRow | undefined
  picture: PictureView | undefined
  attachment: AttachmentView | undefined
  series: SeriesRow | undefined
  authorName: string
  quietUntil: Date | undefined
}

export function presentAnnouncement(row: AnnouncementRow, parts: Parts): AnnouncementView {
  const { actor, areaName, grid, reader, picture, attachment, series, authorName, quietUntil } = parts
  const sender = manages(actor, row)
  const shown = sender || row.status !== 'withdrawn'
  const mine = reader && presentAnswer(reader)
  return {
    ...presentRow(row, areaName),
    areaCode: row.areaCode,
    words: shown ? row.words : '',
    ...(shown && picture !== undefined && { picture }),
    ...(shown && attachment !== undefined && { attachment }),
    ...(sender && series !== undefined && { series: presentSeries(series) }),
    answer: row.answer,
    choices: row.choices,
    unit: row.unit,
    expiresAt: row.expiresAt.toISOString(),
    ...(row.reason !== '' && { reason: row.reason }),
    ...(mine !== undefined && { mine }),
    ...(sender && authorName !== '' && { authorName }),
    ...(sender && quietUntil !== undefined && { quietUntil: quietUntil.toISOString() }),
    can: allowedActions(actor, row, grid, series != null && series.nextAt !== null),
  }
}
