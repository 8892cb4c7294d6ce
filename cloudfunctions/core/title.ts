/** Longest title in characters; what a card in a WeChat group shows on one line. */
const TITLE_MAX = 18

/**
 * The first sentence a person says, short enough for a list, cut after the last part of it that fits:
 * 去区医院复查,想搭个车 · 村东头第二个路灯坏了三天.
 */
export function titleOf(text: string): string {
  const first = text.split(/[。!?!?\n]/).find((sentence) => sentence.trim() !== '') ?? text
  const parts = first.trim().split(/(?<=[,,;;])/)
  const ends = parts.map((_, n) => bare(parts.slice(0, n + 1).join('')))
  const fitting = ends.findLastIndex((said) => [...said].length <= TITLE_MAX)
  return ends[fitting] ?? `${[...(ends[0] ?? '')].slice(0, TITLE_MAX - 1).join('')}…`
}

/** Without the comma that would have led on. */
const bare = (text: string) => text.trim().replace(/[,,;;]+$/, '')
