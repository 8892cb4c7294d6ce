import type { ContentPort, ContentVerdict } from '~/cloudfunctions/ports/ports'

/** Words by which somebody who tries the program sees each verdict. */
const MARKS: [word: string, verdict: ContentVerdict][] = [
  ['测试违规', 'risky'],
  ['测试待审', 'review'],
]

/** A platform that lets everything pass but a few test words. */
export function createContentStandin(): ContentPort {
  return {
    checkText: ({ text }) => Promise.resolve(MARKS.find(([word]) => text.includes(word))?.[1] ?? 'pass'),
  }
}
