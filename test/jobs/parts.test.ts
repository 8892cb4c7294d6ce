import type { PartOutcome } from '~/cloudfunctions/core/timer-run'
import { silentLog, type LogFields } from '~/cloudfunctions/core/log'
import { runParts } from '~/cloudfunctions/jobs/handler'

function notebook() {
  const outcomes: PartOutcome[] = []
  return { outcomes, record: (run: PartOutcome[]) => Promise.resolve(void outcomes.push(...run)) }
}

describe('the parts of the timer function', () => {
  it('are done one after the other, in their order', async () => {
    const done: string[] = []
    const part = (name: string) => async () => {
      await Promise.resolve()
      done.push(name)
      return done.length
    }
    const { outcomes, record } = notebook()
    const report = await runParts({ log: silentLog }, { late: part('late'), early: part('early') }, record)
    expect(report).toEqual({ late: 1, early: 2 })
    expect(done).toEqual(['late', 'early'])
    expect(outcomes.map((outcome) => [outcome.part, outcome.error])).toEqual([
      ['late', undefined],
      ['early', undefined],
    ])
    expect(outcomes.every(({ tookMs }) => tookMs >= 0)).toBe(true)
  })

  it('have their turn when one before them fails; the run fails in the end and names the part, not the words', async () => {
    const warnings: LogFields[] = []
    const log = { ...silentLog, warn: (_event: string, fields: LogFields = {}) => void warnings.push(fields) }
    let swept = 0
    const { outcomes, record } = notebook()
    const run = runParts<{ told: number; swept: number }>(
      { log },
      {
        told: () => Promise.reject(new TypeError('19900001234 did not answer')),
        swept: () => Promise.resolve((swept += 1)),
      },
      record,
    )
    await expect(run).rejects.toThrow('1 parts of the timer failed')
    expect(swept).toBe(1)
    expect(warnings).toEqual([{ part: 'told', cause: 'TypeError' }])
    expect(outcomes.map((outcome) => [outcome.part, outcome.error])).toEqual([
      ['told', 'TypeError'],
      ['swept', undefined],
    ])
  })

  it('are done, too, when nobody can write down how they went; the run fails all the same', async () => {
    let swept = 0
    const run = runParts<{ swept: number }>(
      { log: silentLog },
      { swept: () => Promise.resolve((swept += 1)) },
      () => Promise.reject(new Error('no database')),
    )
    await expect(run).rejects.toThrow('1 parts of the timer failed')
    expect(swept).toBe(1)
  })
})
