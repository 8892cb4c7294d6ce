import { REMIND_BEFORE, type CalendarEvent } from './calendar-types'

/** 20261127T093000Z */
const stamp = (at: string) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
/** Commas, semicolons and backslashes mean something in the file (RFC 5545, 3.3.11). */
const text = (words: string) => words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

/** The event as a calendar file (RFC 5545). */
function fileOf({ title, place, startsAt, endsAt }: CalendarEvent): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//micro-grid//ZH',
    'BEGIN:VEVENT',
    `UID:${stamp(startsAt)}-${encodeURIComponent(title)}@micro-grid`,
    `DTSTAMP:${stamp(startsAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${text(title)}`,
    `LOCATION:${text(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(title)}`,
    `TRIGGER:-PT${REMIND_BEFORE}S`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** A browser downloads the event as a file, which the calendar opens. */
export function addToCalendar(event: CalendarEvent): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([fileOf(event)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${event.title}.ics`
  link.click()
  URL.revokeObjectURL(url)
  return Promise.resolve(true)
}
