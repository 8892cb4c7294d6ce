/** Longest title in characters; what a card in a WeChat group shows on one line. */
const TITLE_MAX = 18

/** The first thing a person says, short enough for a list: 村东头第二个路灯坏了三天. */
export function titleOf(text: string): string {
  const first = text.split(/[。!?!?;;,,\n]/).find((part) => part.trim() !== '') ?? text
  const characters = [...first.trim()]
  return characters.length <= TITLE_MAX
    ? characters.join('')
    : `${characters.slice(0, TITLE_MAX - 1).join('')}…`
}
