import { ACTIVITY_STATUSES, SIGNUP_STATUSES, type ActivityStatus, type SignupStatus } from '~/types/activity'
import { activityWorkflow, signupWorkflow } from '~/cloudfunctions/features/activity/workflow'

interface Step {
  from: readonly string[]
  to: string | readonly string[]
}

/** Every status that some step leads to, from the ones a thing begins in. */
function reachedFrom(steps: Step[], start: readonly string[]): string[] {
  const reached = new Set(start)
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    steps
      .filter(({ from }) => from.some((status) => reached.has(status)))
      .forEach(({ to }) => [to].flat().forEach((status) => reached.add(status)))
  }
  return [...reached].sort()
}

/** Statuses that nothing leads out of. */
function endsOf(steps: Step[], all: readonly string[]): string[] {
  const left = new Set(steps.flatMap(({ from }) => from))
  return all.filter((status) => !left.has(status))
}

describe('the workflows of activities and sign-ups', () => {
  it('reach every status', () => {
    const begins: ActivityStatus[] = ['draft', 'proposed']
    expect(reachedFrom(Object.values(activityWorkflow), begins)).toEqual([...ACTIVITY_STATUSES].sort())
    const signed: SignupStatus[] = ['going', 'waiting']
    expect(reachedFrom(Object.values(signupWorkflow), signed)).toEqual([...SIGNUP_STATUSES].sort())
  })

  it('end only where all is said', () => {
    expect(endsOf(Object.values(activityWorkflow), ACTIVITY_STATUSES)).toEqual([
      'declined',
      'called_off',
      'reported',
    ])
    expect(endsOf(Object.values(signupWorkflow), SIGNUP_STATUSES)).toEqual(['served', 'absent'])
  })
})
