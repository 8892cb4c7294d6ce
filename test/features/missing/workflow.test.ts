import { MISSING_STATUSES, OPEN_MISSING_STATUSES, type MissingStatus } from '~/types/missing'
import { missingWorkflow } from '~/cloudfunctions/features/missing/workflow'

describe('the workflow of missing persons', () => {
  const acts = Object.values(missingWorkflow)

  it('reaches every status from reported', () => {
    const reached = new Set<MissingStatus>(['reported'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      acts
        .filter(({ from }) => from.some((status) => reached.has(status)))
        .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
    }
    expect([...reached].sort()).toEqual([...MISSING_STATUSES].sort())
  })

  it('leaves every open status, by people and by the clock, and no other', () => {
    const leftBy = (...rules: string[]) =>
      [...new Set(acts.filter(({ rule }) => rules.includes(rule)).flatMap(({ from }) => [...from]))].sort()
    const open = [...OPEN_MISSING_STATUSES].sort()
    expect([leftBy('family'), leftBy('clock'), leftBy('lead', 'family', 'clock')]).toEqual([open, open, open])
  })
})
