import type { AppealCategory } from '~/types/appeal'

export type Keywords = Partial<Record<AppealCategory, string[]>>

/**
 * The category that the words point to, with the words that did it. Each keyword found counts by its length, since
 * a longer one says more; the order of the setting breaks ties. Nothing found: other.
 */
export function suggestCategory(
  text: string,
  keywords: Keywords,
): { category: AppealCategory; because: string[]; alternatives: AppealCategory[] } {
  const found = Object.entries(keywords)
    .map(([category, words]) => {
      const because = words.filter((word) => text.includes(word))
      return { category: category as AppealCategory, because, weight: because.join('').length }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const [best, ...others] = found
  return {
    category: best?.category ?? 'other',
    because: best?.because ?? [],
    alternatives: others.slice(0, 3).map(({ category }) => category),
  }
}
