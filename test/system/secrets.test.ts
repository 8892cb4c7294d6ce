import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Action, Input } from '~/types/api'
import type { Log, LogFields } from '~/cloudfunctions/core/log'
import { openDistrict, type District, type Person } from '../support/district'
import { auditsAbout } from '../support/records'

const NAME = '钱秘密'
const PHONE = '19907318264'
const MASKED = '199****8264'
/** What is for the people of the case only. */
const KEPT = {
  supplement: '我家老伴夜里摔了一跤',
  reason: '上回来的人没有带梯子',
  rating: '等了三天才来太慢了',
  private: '隔壁又在院里烧东西',
}
/** What neighbours may read, and a log never. */
const PUBLIC = { text: '村东头路灯坏了', place: '老槐树下', done: '换了新灯泡', sentUp: '要镇里派车' }
const CHOICES = ['very_dissatisfied', 'unsolved']

/** A log that keeps every line. */
function keepingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const keep = (event: string, fields?: LogFields) => void lines.push(JSON.stringify({ event, ...fields }))
  return { lines, log: { info: keep, warn: keep, error: keep } }
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

describe('what is said in confidence', () => {
  let district: District
  const { log, lines } = keepingLog()
  let ids: { hidden: string; named: string; private: string }
  let grid: string
  let opengid: string
  let people: Record<'resident' | 'neighbour' | 'worker' | 'village' | 'town' | 'above', Person>
  let keys = 0

  /** Acts as the program does, with a key. */
  const act = <A extends Action>(person: Person, action: A, input: Input<A>) =>
    person.call(action, input, { opengid, key: `secret-${(keys += 1)}` })

  beforeAll(async () => {
    district = await openDistrict(log)
    grid = district.newGrid()
    people = {
      resident: district.stranger(),
      neighbour: await district.resident(grid),
      worker: await district.staff('grid_worker', grid),
      village: await district.staff('village_secretary', grid.slice(0, 12)),
      town: await district.staff('town_officer', grid.slice(0, 9)),
      above: await district.staff('district_officer', grid.slice(0, 6)),
    }
    opengid = await district.group(grid, people.worker)
    const { resident, worker, town } = people
    await act(resident, 'me.enter', {})
    await act(resident, 'me.consent', { version: 1 })
    ids = {
      hidden: await submit({ text: PUBLIC.text, place: PUBLIC.place, name: NAME, phone: PHONE }),
      named: await submit({ text: PUBLIC.text, nameShown: true }),
      private: await submit({ text: KEPT.private, private: true }),
    }
    for (const id of Object.values(ids)) {
      await act(worker, 'appeal.accept', { id })
      expect(await act(worker, 'appeal.call', { id })).toEqual({ phone: PHONE })
      await act(resident, 'appeal.supplement', { id, words: KEPT.supplement })
      await act(worker, 'appeal.finish', { id, words: PUBLIC.done, withoutPicture: '没有能拍的东西' })
      await act(resident, 'appeal.reopen', { id, reason: KEPT.reason })
      await act(people.village, 'appeal.escalate', { id, to: 'town', reason: PUBLIC.sentUp })
      await act(town, 'appeal.answer', { id, words: PUBLIC.done })
      await act(resident, 'appeal.rate', {
        id,
        outcome: 'unsolved',
        satisfaction: 'very_dissatisfied',
        words: KEPT.rating,
      })
    }
    await act(resident, 'me.export', {})
    await fail()
    await district.runJobs()
  })
  afterAll(() => district.close())

  const submit = async (input: Omit<Input<'appeal.submit'>, 'urgency'>) =>
    (await act(people.resident, 'appeal.submit', { urgency: 'today', ...input })).id

  /** Everything that goes wrong is logged as well: bad input, the wrong person, the wrong moment. */
  async function fail(): Promise<void> {
    const { resident, neighbour, worker, above } = people
    await resident.refused('appeal.submit', { text: KEPT.private.repeat(300), urgency: PUBLIC.place })
    await resident.refused('me.update', { name: NAME.repeat(9), phone: `${PHONE}0` })
    await resident.refused('appeal.info', { id: KEPT.supplement, [KEPT.rating]: 1 })
    await worker.refused('appeal.finish', { id: ids.hidden, words: `${NAME} ${PHONE}` })
    await neighbour.refused('appeal.info', { id: ids.private })
    await above.refused('appeal.call', { id: ids.hidden })
    await district.api({ action: KEPT.private, input: PHONE, key: NAME }, { openid: resident.openid })
  }

  /** All that somebody is shown of this grid: the cases, the lists, the feed. */
  async function shownTo(person: Person): Promise<string> {
    const asked: [Action, object][] = [
      ...Object.values(ids).map((id): [Action, object] => ['appeal.info', { id }]),
      ['appeal.list', { list: 'area', areaCode: grid }],
      ['appeal.list', { list: 'workbench' }],
      ['appeal.list', { list: 'mine' }],
      ['feed.list', { areaCode: grid }],
      ['delivery.mine', {}],
      ['membership.list', { areaCode: grid }],
      ['membership.candidates', { userId: people.resident.userId }],
      ['assignment.list', { areaCode: grid }],
      ['me.enter', {}],
      ['me.export', {}],
    ]
    const replies = []
    for (const [action, input] of asked) {
      replies.push(await district.api({ action, input, group: { opengid } }, { openid: person.openid }))
    }
    // Ids are drawn by chance, and sometimes hold four digits that are somebody's.
    return JSON.stringify(replies).replace(UUID, 'id')
  }

  it('is in no line of the log: neither names nor numbers nor words nor choices', () => {
    expect(lines.length).toBeGreaterThan(30)
    const secrets = [NAME, PHONE, MASKED, ...CHOICES, ...Object.values(KEPT), ...Object.values(PUBLIC)]
    expect(secrets.filter((secret) => lines.some((line) => line.includes(secret)))).toEqual([])
  })

  it('stays out of the log when the outside fails with an error that quotes it', async () => {
    const { pictureId } = await people.resident.call('picture.prepare', { bytes: 9 })
    const { storage } = district.ports
    const readUpload = storage.readUpload.bind(storage)
    storage.readUpload = () => Promise.reject(new Error(`no file of ${NAME}:\n${PHONE}\n${KEPT.private}`))
    const error = await people.resident.refused('picture.finish', { pictureId })
    storage.readUpload = readUpload
    expect(error.code).toBe('INTERNAL')
    const told = `${lines.at(-1)} ${JSON.stringify(error)}`
    expect([NAME, PHONE, KEPT.private].filter((secret) => told.includes(secret))).toEqual([])
  })

  it('is not shown to a neighbour or a visitor from the group, who see what was done and at most 钱**', async () => {
    for (const person of [people.neighbour, district.stranger()]) {
      const shown = await shownTo(person)
      expect(shown).toContain(PUBLIC.done)
      expect(shown).toContain('钱**')
      const secrets = [NAME, PHONE, MASKED, PHONE.slice(-4), ...Object.values(KEPT)]
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    }
  })

  it('goes into no feed item and no card for the group', async () => {
    const [items, cards] = await Promise.all([
      district.db.selectFrom('feedItem').selectAll().where('areaCode', '=', grid).execute(),
      district.db.selectFrom('delivery').selectAll().where('areaCode', '=', grid).execute(),
    ])
    // Six steps of each of the two public cases.
    expect([items.length, cards.length]).toEqual([12, 12])
    const shown = JSON.stringify([items, cards]).replace(UUID, 'id')
    const secrets = [NAME, PHONE, MASKED, '钱**', ...Object.values(KEPT), ids.private]
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
  })

  it('shows staff of the area the words and the name, and the number masked at most', async () => {
    for (const person of [people.worker, people.village, people.town, people.above]) {
      const shown = await shownTo(person)
      expect([NAME, ...Object.values(KEPT)].filter((secret) => !shown.includes(secret))).toEqual([])
      expect(shown).not.toContain(PHONE)
      expect(shown.replaceAll(MASKED, '')).not.toContain(PHONE.slice(-4))
    }
  })

  it('gives the number only on a call that stands in the trail', async () => {
    const calls = (await auditsAbout(district.db, ids.hidden)).filter((action) => action === 'appeal.called')
    expect(calls).toHaveLength(1)
  })

  it('lies in no column of any table in the clear when it is a number', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(district.db)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql`
        SELECT 1 FROM ${sql.table(name)} AS t WHERE t::text LIKE ${`%${PHONE}%`} LIMIT 1`.execute(district.db)
      found.push(...rows.map(() => name))
    }
    expect(tables.length).toBeGreaterThan(15)
    expect(found).toEqual([])
  })

  it('is in no event of the outbox: events carry ids, not words', async () => {
    const rows = await district.db.selectFrom('outbox').select(['payload', 'lastError']).execute()
    const text = JSON.stringify(rows)
    const secrets = [NAME, PHONE, ...CHOICES, ...Object.values(KEPT), ...Object.values(PUBLIC)]
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  })
})

/** What must be in no file, by what it looks like. */
const PATTERNS: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a key of the cloud': /\bAKID[A-Za-z0-9]{32}\b|\bSecret(Key|Id)['"]?\s*[:=]\s*['"][^'"]{16,}/i,
  'the id or the secret of a mini program': /\bwx[0-9a-f]{16}\b|app_?secret['"]?\s*[:=]\s*['"][^'"]{8,}/i,
  'a token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|\bgh[pousr]_\w{36}\b|\bsk-[\w-]{20,}|\bnpm_\w{36}\b/,
  'a key of 32 bytes': /['"=\s][A-Za-z0-9+/]{43}=(?=['"\s]|$)/m,
  'a password in an address': /\w+:\/\/[\w-]+:[^\s@/'"$`{]{3,}@(?!localhost|127\.0\.0\.1)/,
  'the number of an identity card':
    /(?<![\d.])[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/,
}
/** Invented numbers begin with 199; the others are round ones that nobody has. */
const INVENTED = /^199|^1(\d)\1{9}$|^13800138000$/

describe('the repository', () => {
  const root = path.join(__dirname, '../..')
  const list = ['ls-files', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !/\.png$/.test(file))
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

  it('keeps no file that is a secret by its name', () => {
    expect(files.filter((file) => /(^|\/)\.env|\.(pem|key|p12|pfx|jks)$/.test(file))).toEqual([])
  })

  it.each(Object.entries(PATTERNS))('holds nothing like %s', (_name, pattern) => {
    expect(files.filter((file) => file !== 'package-lock.json' && pattern.test(read(file)))).toEqual([])
  })

  it('holds no number that could be somebody’s', () => {
    const numbers = files
      .filter((file) => file !== 'package-lock.json')
      .flatMap((file) =>
        [...read(file).matchAll(/(?<![\d.])1[3-9]\d{9}(?!\d)/g)].map(([number]) => [file, number] as const),
      )
    expect(numbers.filter(([, number]) => !INVENTED.test(number))).toEqual([])
    expect(numbers.length).toBeGreaterThan(5)
  })
})
