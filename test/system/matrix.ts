import type { Action } from '~/types/api'
import { ALL_ACTIONS } from '~/cloudfunctions/api/manifest'
import { openDistrict, type District } from '../support/district'
import { EXPECTATIONS } from './expectations'
import type { Expectation } from './groups'
import { openScene, takeElsewhere, WHO, type Scene, type Who } from './people'
import { TARGETS } from './targets'
import type { Prepare } from './trial'

/** Files that share the cases between them, so that every worker has some to try: `matrix-1.test.ts` and so on. */
export const PARTS = 4

export type Case = [name: string, action: Action, expected: Expectation, prepare: Prepare]
/** Every action on everything that it may be tried on. */
export const CASES = ALL_ACTIONS.flatMap(({ action }): Case[] => {
  const prepares: Record<string, Prepare> = TARGETS[action]
  return Object.entries(EXPECTATIONS[action] as Record<string, Expectation>).map(([on, expected]) => {
    const prepare = prepares[on]
    if (prepare === undefined) {
      throw new Error(`nothing to try ${action} on: ${on}`)
    }
    return [`${action}: ${on}`, action, expected, prepare]
  })
})

function answerTo(who: Who, { may, forbidden = [], instead }: Expectation): string {
  if (may.includes(who)) {
    return 'allowed'
  }
  return forbidden.includes(who) ? 'FORBIDDEN' : instead?.[1].includes(who) ? instead[0] : 'NOT_FOUND'
}

/** Tries the cases of one part, 1 to `PARTS`, as everybody. */
export function tryPart(part: number): void {
  const cases = CASES.filter((_, at) => at % PARTS === part - 1)
  let district: District
  let elsewhere: ReturnType<typeof takeElsewhere>
  let tried = 0
  beforeAll(async () => {
    district = await openDistrict()
    elsewhere = takeElsewhere(district)
  })
  afterAll(() => district.close())

  /** What somebody who tried was answered. */
  async function attempt(scene: Scene, who: Who, action: Action, prepare: Prepare): Promise<string> {
    const person = scene.who(who)
    const { input, opengid = who === 'visitor' ? scene.opengid : undefined } = await prepare(scene, person)
    const group = opengid === undefined ? {} : { group: { opengid } }
    tried += 1
    const reply = await district.api({ action, input, ...group }, { openid: person.openid })
    return reply.ok ? 'allowed' : reply.error.code
  }

  it.each(cases)('%s', async (_name, action, expected, prepare) => {
    const scene = await openScene(district, elsewhere)
    const answers: Partial<Record<Who, string>> = {}
    for (const who of WHO) {
      answers[who] = await attempt(scene, who, action, prepare)
    }
    expect(answers).toEqual(Object.fromEntries(WHO.map((who) => [who, answerTo(who, expected)])))
  })

  it('was tried by everybody', () => {
    expect(tried).toBe(cases.length * WHO.length)
  })

  it('refuses whoever has no identity at all', async () => {
    const scene = await openScene(district, elsewhere)
    for (const [, action, , prepare] of cases) {
      const { input } = await prepare(scene, scene.who('stranger'))
      const reply = await district.api({ action, input }, {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } })
    }
  })
}
