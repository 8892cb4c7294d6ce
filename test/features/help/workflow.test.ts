import { HELP_STATUSES, type HelpStatus } from '~/types/help'
import { helpWorkflow } from '~/cloudfunctions/features/help/workflow'

describe('the workflow of neighbours’ help', () => {
  const moves = Object.values(helpWorkflow)

  it('reaches every status from open', () => {
    const reached = new Set<HelpStatus>(['open'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      moves
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...HELP_STATUSES].sort())
  })

  it('lets the clock put away whatever nobody ends', () => {
    const over = ['done', 'cancelled', 'expired', 'removed']
    const running = HELP_STATUSES.filter((status) => !over.includes(status))
    expect([...helpWorkflow['help.expire'].from].sort()).toEqual([...running].sort())
  })
})
