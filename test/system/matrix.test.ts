import type { Action } from '~/types/api'
import { ALL_ACTIONS } from '~/cloudfunctions/api/manifest'
import { ROLE_RULES, RULES, type Role, type Rule } from '~/types/roles'
import { openDistrict, type District } from '../support/district'
import { MATRIX, type Row, type Scene } from './matrix'
import { gather, WHO, type Who } from './people'

/** What the gateway may say to somebody who may not. */
const REFUSED = ['FORBIDDEN', 'NOT_FOUND']
const ruleOf = new Map(ALL_ACTIONS.map(({ action, rule }) => [action, rule]))
const cases = Object.entries(MATRIX).flatMap(([action, rows]) =>
  rows.map((row): [string, Action, Row] => [
    row.on === undefined ? action : `${action} on ${row.on}`,
    action as Action,
    row,
  ]),
)

/** Holds a role in force that grants the action's rule, but for another place: for them the thing must not exist. */
function isElsewhere(action: Action, who: Who): boolean {
  const [role = '', relation = ''] = who.split(':')
  const rule = ruleOf.get(action) ?? ''
  const isRule = (RULES as readonly string[]).includes(rule)
  const rules = (ROLE_RULES as Partial<Record<string, readonly Rule[]>>)[role as Role] ?? []
  return isRule && relation.startsWith('other') && rules.includes(rule as Rule)
}

describe('who may do what: every action × every role × every relation', () => {
  let district: District
  let tried = 0
  beforeAll(async () => {
    district = await openDistrict()
  })
  afterAll(() => district.close())

  /** A grid with its people of its own: what some acts do to the people must not touch the next. */
  async function openScene(): Promise<Scene> {
    const grid = district.newGrid()
    const people = await gather(district, grid)
    const who = (name: Who) => {
      const person = people.get(name)
      if (person === undefined) {
        throw new Error(`nobody plays ${name}`)
      }
      return person
    }
    return { district, grid, people, who }
  }

  /** What happened to one of them who tried. */
  async function attempt(scene: Scene, action: Action, row: Row, who: Who): Promise<string> {
    const { input, opengid } = await row.prepare(scene)
    const group = opengid === undefined ? {} : { group: { opengid } }
    tried += 1
    const reply = await district.api({ action, input, ...group }, { openid: scene.who(who).openid })
    return reply.ok ? 'allowed' : reply.error.code
  }

  it.each(cases)('%s', async (_name, action, row) => {
    const unexpected: string[] = []
    const scene = await openScene()
    for (const who of WHO) {
      const outcome = await attempt(scene, action, row, who)
      const may = row.may.includes(who)
      const passes =
        outcome === 'allowed' || (row.lenient === true && ['CONFLICT', 'INVALID'].includes(outcome))
      if (may !== passes) {
        unexpected.push(`${who} ${may ? 'was refused' : 'was allowed'}: ${outcome}`)
      } else if (!may && !REFUSED.includes(outcome)) {
        unexpected.push(`${who} learned more than that it is not for them: ${outcome}`)
      } else if (!may && isElsewhere(action, who) && outcome !== 'NOT_FOUND') {
        unexpected.push(`${who} learned that it exists: ${outcome}`)
      }
    }
    expect(unexpected).toEqual([])
  })

  it('was tried by everybody', () => {
    expect(tried).toBe(cases.length * WHO.length)
  })

  it('refuses whoever has no identity at all', async () => {
    const scene = await openScene()
    for (const [, action, row] of cases) {
      const { input } = await row.prepare(scene)
      const reply = await district.api({ action, input }, {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } })
    }
  })
})
