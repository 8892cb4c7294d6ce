import type { EvaluationVillageRowView } from '~/types/evaluation'
import { classWords } from '../view'

interface Class<T> {
  name: string
  /** How many of it have a place. */
  placed: number
  villages: T[]
}

/** Villages as they came, class by class. */
export function classesOf<T extends EvaluationVillageRowView>(villages: T[]): Class<T>[] {
  const classes = new Map<string, Class<T>>()
  for (const village of villages) {
    const name = classWords(village)
    const { villages: before = [] } = classes.get(name) ?? {}
    const placed = village.places?.of ?? classes.get(name)?.placed ?? 0
    classes.set(name, { name, placed, villages: [...before, village] })
  }
  return [...classes.values()]
}
