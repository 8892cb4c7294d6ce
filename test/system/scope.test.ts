import { randomUUID } from 'node:crypto'
import { ROLES, RULES, type Role } from '~/types/roles'
import { can, inScopes, loadActor, publicGridsOf, scopesOf } from '~/cloudfunctions/core/actor'
import { relationTo } from '~/cloudfunctions/features/appeal/policy'
import { listAppeals } from '~/cloudfunctions/features/appeal/lists'
import { createRandom } from '~/local/seed/random'
import { GRIDS, gridCode, TOWNS, VILLAGES } from '../support/areas'
import { openDistrict, type District } from '../support/district'

const SEED = Number(process.env.SEED ?? Date.now() % 100_000)
const ACTORS = 60
const DIGITS = [6, 9, 12, 15]
const DAY_MS = 86_400_000

describe(`the list's SQL and the policy say the same (seed ${SEED})`, () => {
  let district: District
  const { next: random, pick, between } = createRandom(SEED, 'scope')
  const below = (n: number) => between(0, n - 1)
  const anyGrid = () => gridCode(1 + below(TOWNS), 1 + below(VILLAGES), 1 + below(GRIDS))

  beforeAll(async () => {
    district = await openDistrict()
    for (let n = 0; n < 60; n += 1) {
      const resident = await district.resident(anyGrid())
      await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon', private: random() < 0.3 })
    }
  })
  afterAll(() => district.close())

  /** Somebody with none to three assignments at random, some of them over or still to come. */
  async function anybody() {
    const { openid, userId } = await district.resident(anyGrid())
    const now = district.clock.now().getTime()
    for (let n = below(4); n > 0; n -= 1) {
      const from = now + (below(20) - 15) * DAY_MS
      const to = random() < 0.5 ? null : from + (1 + below(20)) * DAY_MS
      await district.db
        .insertInto('assignment')
        .values({
          id: randomUUID(),
          userId,
          role: pick<Role>(ROLES.filter((role) => role !== 'department_officer')),
          areaCode: anyGrid().slice(0, pick(DIGITS)),
          departmentCode: null,
          fromAt: new Date(from),
          toAt: to === null ? null : new Date(to),
          givenBy: null,
          endedBy: null,
          endReason: null,
        })
        .execute()
    }
    return loadActor(district.db, openid, undefined, district.clock.now(), randomUUID)
  }

  it('for every rule and every place', async () => {
    const grids = await district.db.selectFrom('area').select('code').where('level', '=', 'grid').execute()
    for (let n = 0; n < ACTORS; n += 1) {
      const actor = await anybody()
      for (const rule of RULES) {
        const inside = await district.db
          .selectFrom('area')
          .select('code')
          .where('level', '=', 'grid')
          .where(inScopes('code', scopesOf(actor, rule)))
          .execute()
        const found = new Set(inside.map(({ code }) => code))
        const wrong = grids.filter(({ code }) => found.has(code) !== can(actor, rule, code))
        expect(wrong).toEqual([])
      }
    }
  })

  it('for every appeal in the list of an area', async () => {
    const all = await district.db.selectFrom('appeal').selectAll().execute()
    for (let n = 0; n < ACTORS; n += 1) {
      const actor = await anybody()
      const where = { scopes: scopesOf(actor, 'appeal.view') }
      const listed = await listAppeals(district.db, {
        where,
        open: false,
        before: undefined,
        limit: all.length,
      })
      const byList = new Set(listed.map(({ id }) => id))
      const byPolicy = new Set(all.filter((row) => relationTo(actor, row) === 'staff').map(({ id }) => id))
      expect(byList).toEqual(byPolicy)
      const asNeighbour = all.filter((row) => relationTo(actor, row) === 'neighbour')
      expect(asNeighbour.every((row) => !row.private && publicGridsOf(actor).includes(row.areaCode))).toBe(
        true,
      )
    }
  })

  it('and neither is empty, nor everything', async () => {
    const scopes = await Promise.all(
      Array.from({ length: 40 }, async () => scopesOf(await anybody(), 'appeal.view').length),
    )
    expect(scopes.some((n) => n === 0)).toBe(true)
    expect(scopes.some((n) => n > 0)).toBe(true)
  })
})
