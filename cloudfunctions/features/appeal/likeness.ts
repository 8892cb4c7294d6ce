/** Marks and spaces say nothing about what a text is about. */
const NOISE = /[\s\p{P}\p{S}]/gu

/** Pairs of neighbouring characters: what stands for words in a language that writes none apart. */
function pairsOf(text: string): Set<string> {
  const characters = [...text.replace(NOISE, '').toLowerCase()]
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

/**
 * How much two texts share, from 0 to 1: shared pairs of characters over the pairs of the shorter one (overlap
 * coefficient), so that one sentence is found in a long story; very short texts count less.
 */
export function likeness(a: string, b: string): number {
  const first = pairsOf(a)
  const second = pairsOf(b)
  const shorter = Math.min(first.size, second.size)
  if (shorter === 0) {
    return 0
  }
  const shared = [...first].filter((pair) => second.has(pair)).length
  return (shared / shorter) * Math.min(1, shared / 2)
}
