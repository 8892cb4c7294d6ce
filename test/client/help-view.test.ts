import type { HelpAction } from '~/types/help'
import { splitActions } from '@/features/help/bar'
import { dayWords, whenWords } from '@/features/help/view'

// 2026-11-25 is a Wednesday; nine in the evening in Shanghai.
const NOW = Date.parse('2026-11-25T13:00:00Z')

describe('when it is needed, in words', () => {
  it.each([
    ['2026-11-25', '今天'],
    ['2026-11-26', '明天'],
    ['2026-11-27', '后天'],
    ['2026-11-28', '周六'],
    ['2026-12-01', '周二'],
    ['2026-12-02', '12-02'],
    ['2026-11-24', '11-24'],
  ])('%s is %s', (date, words) => {
    expect(dayWords(date, NOW)).toBe(words)
  })

  it('is still today after midnight in Shanghai, when it is yesterday in London', () => {
    expect(dayWords('2026-11-26', Date.parse('2026-11-25T16:30:00Z'))).toBe('今天')
  })

  it.each([
    [{ day: '2026-11-28', part: 'morning' }, '周六上午'],
    [{ day: '2026-11-28', part: 'any' }, '周六'],
    [{ part: 'evening' }, '晚上'],
    [{ part: 'any' }, '什么时候都行'],
  ] as const)('%j is %s', (when, words) => {
    expect(whenWords(when, NOW)).toBe(words)
  })
})

describe('the buttons', () => {
  it.each<[HelpAction[], HelpAction[], HelpAction[]]>([
    [['help.take', 'help.report', 'help.block'], ['help.take'], ['help.report', 'help.block']],
    [['help.done', 'help.cancel', 'help.call'], ['help.call', 'help.done'], ['help.cancel']],
    [['help.choose', 'help.cancel'], [], ['help.cancel']],
    [['help.take', 'help.attend', 'help.handle'], ['help.handle', 'help.take'], ['help.attend']],
    [[], [], []],
  ])('%j: %j in the bar, %j behind 更多', (can, bar, more) => {
    expect(splitActions(can)).toEqual({ bar, more })
  })
})
