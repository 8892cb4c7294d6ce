import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Log, LogFields } from '~/cloudfunctions/core/log'
import { openDistrict, type District } from '../support/district'

const ROOT = path.join(__dirname, '../..')
const NAME = '钱秘密'
const PHONE = '19912345678'
const WORDS = '我家老伴夜里摔了一跤没人知道'

/** A log that keeps every line. */
function keepingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const keep = (event: string, fields?: LogFields) => void lines.push(JSON.stringify({ event, ...fields }))
  return { lines, log: { info: keep, warn: keep, error: keep } }
}

describe('what nobody else may read', () => {
  let district: District
  const { log, lines } = keepingLog()
  /** What neighbours and strangers were shown on the way. */
  const shown: string[] = []

  beforeAll(async () => {
    district = await openDistrict(log)
    const grid = district.newGrid()
    const resident = await district.resident(grid)
    const neighbour = await district.resident(grid)
    const worker = await district.staff('grid_worker', grid)
    const opengid = await district.group(grid, worker)
    await resident.call('me.update', { name: NAME, phone: PHONE })
    const { id } = await resident.call('appeal.submit', { text: `路灯坏了。${WORDS}`, urgency: 'today' })
    await resident.refused('appeal.submit', { text: WORDS.repeat(200), urgency: 'today' })
    await worker.refused('appeal.finish', { id, words: `${NAME} ${PHONE}` })
    await worker.call('appeal.accept', { id })
    expect(await worker.call('appeal.call', { id })).toEqual({ phone: PHONE })
    await worker.call('appeal.finish', { id, words: '修好了' })
    await resident.call('appeal.rate', {
      id,
      outcome: 'solved',
      satisfaction: 'very_dissatisfied',
      words: WORDS,
    })
    await district.runJobs()
    shown.push(JSON.stringify(await neighbour.call('appeal.info', { id })))
    shown.push(JSON.stringify(await neighbour.call('feed.list', {}, { opengid })))
    shown.push(
      JSON.stringify(
        await district.db.selectFrom('feedItem').selectAll().where('areaCode', '=', grid).execute(),
      ),
    )
    shown.push(
      JSON.stringify(
        await district.db.selectFrom('delivery').selectAll().where('areaCode', '=', grid).execute(),
      ),
    )
  })
  afterAll(() => district.close())

  it('is in no line of the log: neither names nor numbers nor words nor choices', () => {
    expect(lines.length).toBeGreaterThan(8)
    const text = lines.join('\n')
    for (const secret of [NAME, PHONE, WORDS, 'very_dissatisfied', '修好了']) {
      expect(text).not.toContain(secret)
    }
  })

  it('is not shown to neighbours, in the feed or on a card: neither name nor number', () => {
    expect(shown.join('')).toContain('路灯')
    for (const secret of [NAME, PHONE, PHONE.slice(-4)]) {
      expect(shown.join('')).not.toContain(secret)
    }
  })

  it('lies in no column in the clear when it is a number', async () => {
    const { rows } = await district.db.executeQuery<{ text: string }>(
      district.db
        .selectFrom('appUser')
        .select((eb) => eb.cast<string>('phoneEncrypted', 'text').as('text'))
        .where('phoneEncrypted', 'is not', null)
        .compile(),
    )
    expect(rows.some(({ text }) => text.includes(PHONE))).toBe(false)
  })

  it('is in no outbox row: events carry ids, not words', async () => {
    const rows = await district.db.selectFrom('outbox').select(['payload', 'lastError']).execute()
    const text = JSON.stringify(rows)
    for (const secret of [NAME, PHONE, WORDS]) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('the repository', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(
      (file) =>
        /\.(ts|tsx|js|cjs|mjs|json|md|sql|sh|html)$|^\.ci\//.test(file) && file !== 'package-lock.json',
    )
    .filter((file) => statSync(path.join(ROOT, file)).size < 1_000_000)

  it('holds no keys', () => {
    const key =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----|AKID[A-Za-z0-9]{32}|\bwx[0-9a-f]{16}\b|SecretKey['"]?\s*[:=]\s*['"][^'"]{20,}/
    expect(files.filter((file) => key.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([])
  })

  it('holds no number that could be somebody’s: the invented ones begin with 199 and are marked as such', () => {
    const found = files.flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/(?<![\d.])1[3-9]\d{9}(?!\d)/g)]
        .map(([number]) => number)
        .filter((number) => !number.startsWith('199') && !/^1(\d)\1{9}$|^13800138000$/.test(number))
        .map((number) => `${file}: ${number}`),
    )
    expect(found).toEqual([])
  })
})
