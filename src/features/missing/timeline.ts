import type { MissingView, SightingView } from '~/types/missing'
import { MISSING_STEP_LABELS } from '@/labels/missing'
import { dayTime } from '@/time'
import type { TimelineItem } from '@/ui'
import { sightingLines, sightingTitle } from './view'

/** Sightings as they stand in the view, newest first. */
export function sightingItems(sightings: SightingView[]): TimelineItem[] {
  return sightings.map((sighting) => ({
    key: sighting.id,
    title: sightingTitle(sighting),
    lines: sightingLines(sighting),
    state: 'done',
    pictures: sighting.pictures,
  }))
}

/** What was done, newest first. */
export function stepItems({ steps }: MissingView): TimelineItem[] {
  return [...steps].reverse().map(({ id, action, by, words, at }) => {
    const title = `${by}${MISSING_STEP_LABELS[action] ?? ''}`
    return { key: id, title, lines: [dayTime(at), words].filter((line) => line !== ''), state: 'done' }
  })
}
