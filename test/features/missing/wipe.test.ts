import sharp from 'sharp'
import { sql } from 'kysely'
import type { Log, LogFields } from '~/cloudfunctions/core/log'
import { openDistrict, type District, type Person } from '../../support/district'
import { at, openSearches, report, takeSearchers, type Searchers } from '../../support/searches'

const MINUTE = 60_000
const DAY = 86_400_000
/** What must be nowhere in the end. */
const PLANTED = {
  name: '欧阳秘密',
  looks: '左脸有颗黑痣',
  place: '歪脖子柳树',
  contactName: '上官秘密',
  contactPhone: '19907318264',
  witnessPhone: '19906427315',
  witnessWords: '他说要去找战友',
  exactPlace: '废弃砖窑西口',
  street: '砖窑后小路',
  verified: '家属说带着降压药',
  reason: '其实在二舅家',
}

describe('what is left of a missing person', () => {
  let district: District
  let people: Searchers
  let restore: () => Promise<void>
  const lines: string[] = []
  const keep = (event: string, fields?: LogFields) => void lines.push(JSON.stringify({ event, ...fields }))
  const log: Log = { info: keep, warn: keep, error: keep }
  beforeAll(async () => {
    district = await openDistrict(log)
    ;({ restore } = await openSearches(district))
  })
  beforeEach(async () => {
    people = await takeSearchers(district)
  })
  afterAll(async () => {
    await restore()
    await district.close()
  })

  async function picture(who: Person): Promise<string> {
    const { pictureId, cloudPath } = await who.call('picture.prepare', { bytes: 1000 })
    const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } })
    district.ports.files.set(cloudPath, await image.jpeg().toBuffer())
    await who.call('picture.finish', { pictureId })
    return pictureId
  }
  /** Files of pictures; that and when a case ended and was wiped is noted beside them. */
  const pictures = () => [...district.ports.files.keys()].filter((name) => !name.startsWith('deletions/'))
  let keys = 0
  const key = () => ({ key: `wiping-${(keys += 1)}-${people.family.userId}` })

  /** Everything that a case can leave behind, each with its key, told and shared. */
  async function live(): Promise<string> {
    const { family, worker, neighbour } = people
    await district.group(at(1, 1, 1), worker)
    const { name, looks, place, contactName, contactPhone } = PLANTED
    const words = { name, looks, place, contactName, contactPhone, pictureIds: [await picture(family)] }
    const { id } = await family.call('missing.report', report(district, words), key())
    await worker.call('missing.verify', { id, words: PLANTED.verified }, key())
    await district.checkPictures()
    const seen = {
      ...{ id, self: true, areaCode: at(1, 1, 2), phone: PLANTED.witnessPhone, words: PLANTED.witnessWords },
      seenAt: district.clock.now().toISOString(),
      place: PLANTED.exactPlace,
      pictureIds: [await picture(neighbour)],
    }
    await neighbour.call('missing.sight', seen, key())
    const { sightings } = await worker.call('missing.info', { id }, key())
    const sightingId = sightings[0]?.id ?? ''
    await worker.call('missing.confirmSighting', { id, sightingId, confirmed: true }, key())
    await worker.call('missing.call', { id }, key())
    await neighbour.call('missing.search', { id, street: PLANTED.street }, key())
    await district.checkPictures()
    return id
  }

  async function tablesWith(words: string[]): Promise<string[]> {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(district.db)
    const found: string[] = []
    for (const { name } of tables) {
      for (const word of words) {
        const { rows } = await sql`
          SELECT 1 FROM ${sql.table(name)} AS t WHERE t::text LIKE ${`%${word}%`} LIMIT 1`.execute(
          district.db,
        )
        found.push(...rows.map(() => `${name}: ${word}`))
      }
    }
    return found
  }

  it('photographs are seen by nobody from the moment of the end, and their files are gone with the next run', async () => {
    const id = await live()
    const seen = await people.neighbour.call('missing.info', { id })
    expect([seen.picture !== undefined, seen.sightings[0]?.pictures.length]).toEqual([true, 1])
    expect(pictures()).toHaveLength(2)
    const { pictureId } = await district.db
      .selectFrom('feedItem')
      .select('pictureId')
      .where('eventKey', '=', `missing:${id}`)
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(pictureId).not.toBeNull()
    await people.family.call('missing.found', { id, finding: 'found_safe' }, key())
    for (const who of [people.neighbour, people.family, people.worker, people.police]) {
      const after = await who.call('missing.info', { id })
      expect([after.picture, after.sightings, after.name, after.looks, after.contactName]).toEqual([
        undefined,
        [],
        '',
        '',
        '',
      ])
    }
    expect(await people.worker.refused('missing.call', { id })).toMatchObject({ reason: 'no_phone' })
    await district.runJobs()
    expect(pictures()).toEqual([])
    const rows = await district.db
      .selectFrom('picture')
      .select('id')
      .where('userId', '=', people.family.userId)
      .execute()
    expect(rows).toEqual([])
  })

  it('a file that cannot be removed is tried again, and its picture is shown to nobody meanwhile', async () => {
    const id = await live()
    const { storage } = district.ports
    const remove = storage.remove.bind(storage)
    storage.remove = () => Promise.reject(new Error(PLANTED.looks))
    await people.family.call('missing.found', { id, finding: 'found_safe' }, key())
    await district.runJobs()
    expect(pictures()).not.toEqual([])
    expect((await people.worker.call('missing.info', { id })).picture).toBeUndefined()
    storage.remove = remove
    district.clock.advance(MINUTE)
    await district.runJobs()
    expect(pictures()).toEqual([])
  })

  it.each([
    ['found', (id: string) => people.worker.call('missing.found', { id, finding: 'found_dead' }, key())],
    [
      'a false alarm',
      (id: string) => people.family.call('missing.cancel', { id, reason: PLANTED.reason }, key()),
    ],
  ])(
    'three days after the end (%s) nothing personal is in any table, file or line of the log',
    async (_name, end) => {
      const id = await live()
      const words = Object.values(PLANTED)
      expect((await tablesWith([PLANTED.looks])).map((found) => found.split(':')[0])).toEqual(
        expect.arrayContaining(['missing', 'feed_item', 'delivery', 'broadcast']),
      )
      await end(id)
      await district.runJobs()
      district.clock.advance(3 * DAY - MINUTE)
      await district.runJobs()
      expect(await tablesWith([PLANTED.contactName])).toEqual(['missing: 上官秘密'])
      district.clock.advance(2 * MINUTE)
      await Promise.all([district.runJobs(), district.runJobs()])
      expect(await tablesWith(words)).toEqual([])
      expect(pictures()).toEqual([])
      const noted = [...district.ports.files.values()].map(String)
      expect(words.filter((word) => [...lines, ...noted].some((line) => line.includes(word)))).toEqual([])
      const kept = await district.db
        .selectFrom('idempotencyKey')
        .select('key')
        .where('action', 'like', 'missing.%')
        .execute()
      expect(kept).toEqual([])
      const row = await district.db
        .selectFrom('missing')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const everybody: Person[] = Object.values({ ...people })
      expect(everybody.filter(({ userId }) => JSON.stringify(row).includes(userId))).toEqual([])
    },
  )

  it('leaves a thank you for whoever opens an old card, and numbers that lead to nobody', async () => {
    await district.db.deleteFrom('missingStatistic').execute()
    const id = await live()
    district.clock.advance(90 * MINUTE)
    await people.family.call('missing.found', { id, finding: 'found_safe' })
    district.clock.advance(3 * DAY + MINUTE)
    await Promise.all([district.runJobs(), district.runJobs()])
    await district.runJobs()
    const seen = await district.stranger().call('missing.info', { id })
    expect(seen).toMatchObject({ status: 'found_safe', relation: 'public', looks: '', can: [] })
    expect(await people.family.call('missing.info', { id })).toMatchObject({ relation: 'public' })
    const [statistic, ...others] = await district.db.selectFrom('missingStatistic').selectAll().execute()
    expect(others).toEqual([])
    expect(statistic).toMatchObject({
      townCode: at(1),
      outcome: 'found_safe',
      pace: 'bicycle',
      verifyMinutes: 0,
      searchMinutes: 150,
      told: 2,
      sightings: 1,
      confirmed: 1,
      searchers: 1,
    })
    expect(statistic?.id).not.toBe(id)
  })

  it('the table itself refuses a case that is called wiped and is not', async () => {
    const id = await live()
    await people.family.call('missing.found', { id, finding: 'found_safe' })
    const lie = district.db
      .updateTable('missing')
      .set({ wipedAt: district.clock.now() })
      .where('id', '=', id)
      .execute()
    await expect(lie).rejects.toThrow(/check/)
  })
})
