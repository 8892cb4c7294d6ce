import { readdirSync } from 'node:fs'
import { EXPECTATIONS } from './expectations'
import { CASES, PARTS } from './matrix'

describe('the table of who may do what', () => {
  it('has a file for each of its parts', () => {
    const files = readdirSync(__dirname).filter((name) => /^matrix-\d+\.test\.ts$/.test(name))
    expect(files).toEqual(Array.from({ length: PARTS }, (_, at) => `matrix-${at + 1}.test.ts`))
  })

  it('opens every action to somebody', () => {
    const open = new Set(CASES.filter(([, , { may }]) => may.length > 0).map(([, action]) => action))
    expect([...open].sort()).toEqual(Object.keys(EXPECTATIONS).sort())
  })

  it('names nobody twice', () => {
    const twice = CASES.filter(([, , { may, forbidden = [], instead }]) => {
      const named = [...may, ...new Set(forbidden), ...(instead?.[1] ?? [])]
      return new Set(named).size !== named.length
    })
    expect(twice.map(([name]) => name)).toEqual([])
  })
})
