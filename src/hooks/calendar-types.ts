/** Something to be written into the phone's calendar. */
export interface CalendarEvent {
  title: string
  place: string
  /** ISO 8601. */
  startsAt: string
  endsAt: string
}

/** How long before the beginning the phone reminds, in seconds. */
export const REMIND_BEFORE = 3600
