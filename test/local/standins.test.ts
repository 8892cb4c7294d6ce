import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { AppError } from '~/cloudfunctions/core/errors'
import { DirectoryInUse, takeDirectory } from '~/local/embedded'
import { loadDataKey } from '~/local/host/data-key'
import { parseOptions } from '~/local/host/options'
import { createClock } from '~/local/standins/clock'
import { createContentStandin } from '~/local/standins/content'
import { createSpeechStandin } from '~/local/standins/speech'
import { createStorageStandin } from '~/local/standins/storage'
import { createWechatStandin } from '~/local/standins/wechat'
import { PICTURE_BYTES_MAX } from '~/types/picture'

const MINUTE = 60_000
let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'micro-grid-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('WeChat', () => {
  let now = Date.parse('2026-11-23T06:00:00Z')
  const wechat = createWechatStandin(() => now)

  it('resolves a cloudID that it issued', async () => {
    expect(await wechat.resolveGroup(wechat.enterFrom('群-1.2'), {})).toBe('群-1.2')
  })
  it('knows nothing of an opengid that the client claims', async () => {
    expect(await wechat.resolveGroup({ opengid: 'g1', data: { opengid: 'g1' } }, {})).toBeUndefined()
    expect(await wechat.resolveGroup({ cloudID: 'local.ZzE.1.x' }, {})).toBeUndefined()
    expect(await wechat.resolveGroup('g1', {})).toBeUndefined()
    expect(await wechat.resolveGroup(undefined, {})).toBeUndefined()
  })
  it('knows nothing of a cloudID that another server issued or that was changed', async () => {
    const foreign = createWechatStandin(() => now).enterFrom('g1')
    expect(await wechat.resolveGroup(foreign, {})).toBeUndefined()
    const parts = wechat.enterFrom('g1').cloudID.split('.')
    parts[1] = Buffer.from('g2').toString('base64url')
    expect(await wechat.resolveGroup({ cloudID: parts.join('.') }, {})).toBeUndefined()
  })
  it('forgets a cloudID after five minutes', async () => {
    const entry = wechat.enterFrom('g1')
    now += 5 * MINUTE
    expect(await wechat.resolveGroup(entry, {})).toBe('g1')
    now += 1
    expect(await wechat.resolveGroup(entry, {})).toBeUndefined()
  })
})

describe('clock', () => {
  it('moves forward and keeps its lead over restarts', () => {
    const real = Date.parse('2026-11-23T06:00:00Z')
    createClock(directory, () => real).advance(2 * 60 * MINUTE)
    expect(
      createClock(directory, () => real + 5)
        .now()
        .toISOString(),
    ).toBe('2026-11-23T08:00:00.005Z')
  })
  it('refuses to go back, to stand still or to leap', () => {
    const clock = createClock(undefined)
    for (const ms of [-1, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e15]) {
      expect(() => clock.advance(ms)).toThrow(AppError)
    }
  })
  it('stands still rather than going back when the machine is set back', () => {
    let real = Date.parse('2026-11-23T06:00:00Z')
    const clock = createClock(directory, () => real)
    const reached = clock.advance(MINUTE)
    real -= 30 * MINUTE
    expect(clock.now()).toEqual(reached)
    expect(createClock(directory, () => real).now()).toEqual(reached)
  })
})

describe('storage', () => {
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'))
  let now = Date.parse('2026-11-23T06:00:00Z')
  const open = () => createStorageStandin(directory, secrets, () => now)
  const signatureOf = (url: string) => {
    const { searchParams } = new URL(url, 'http://localhost')
    return { expiry: searchParams.get('e') ?? undefined, mark: searchParams.get('s') ?? undefined }
  }
  const body = (bytes: number) => new Blob([new Uint8Array(bytes)]).stream()
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (error as AppError).code,
    )

  it('takes an upload to a signed address and gives it back', async () => {
    const storage = open()
    const url = (await storage.uploadUrl('raw/a.jpg')) ?? ''
    await storage.receive('raw/a.jpg', signatureOf(url), body(7))
    expect((await storage.readUpload('raw/a.jpg')).length).toBe(7)
    await storage.removeUpload('raw/a.jpg')
    expect(await codeOf(storage.readUpload('raw/a.jpg'))).toBe('NOT_FOUND')
  })
  it('refuses another path, another mark, and an address that is over', async () => {
    const storage = open()
    const signature = signatureOf((await storage.uploadUrl('raw/a.jpg')) ?? '')
    expect(await codeOf(storage.receive('raw/b.jpg', signature, body(1)))).toBe('NOT_FOUND')
    expect(await codeOf(storage.receive('raw/a.jpg', { ...signature, mark: 'x' }, body(1)))).toBe('NOT_FOUND')
    expect(await codeOf(storage.receive('raw/a.jpg', {}, body(1)))).toBe('NOT_FOUND')
    now += 11 * MINUTE
    expect(await codeOf(storage.receive('raw/a.jpg', signature, body(1)))).toBe('FORBIDDEN')
  })
  it('does not take the address of an upload for that of a file', async () => {
    const storage = open()
    await storage.write('a.jpg', Buffer.from('x'))
    expect(await codeOf(storage.read('a.jpg', signatureOf((await storage.uploadUrl('a.jpg')) ?? '')))).toBe(
      'NOT_FOUND',
    )
  })
  it('names the field when a picture is too large, and keeps nothing of it', async () => {
    const storage = open()
    const signature = signatureOf((await storage.uploadUrl('big.jpg')) ?? '')
    await storage.receive('big.jpg', signature, body(PICTURE_BYTES_MAX))
    await expect(storage.receive('big.jpg', signature, body(PICTURE_BYTES_MAX + 1))).rejects.toMatchObject({
      code: 'INVALID',
      fields: { file: expect.stringContaining('10MB') as string },
    })
    expect((await storage.readUpload('big.jpg')).length).toBe(PICTURE_BYTES_MAX)
  })
  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a\\b', '.hidden', 'a/./b', '%2e%2e/x', 'a\0b', ''])(
    'never leaves its folder: %j',
    async (name) => {
      const storage = open()
      expect(await codeOf(storage.write(name, Buffer.from('x')))).toBe('NOT_FOUND')
      expect(await codeOf(storage.read(name, {}))).toBe('NOT_FOUND')
      expect(await codeOf(storage.readUpload(name))).toBe('NOT_FOUND')
    },
  )
  it('gives addresses that work for an hour and stay the same for a while', async () => {
    const storage = open()
    now = Date.parse('2026-11-23T06:00:00Z')
    const url = storage.url(await storage.write('p/a.jpg', Buffer.from('x')))
    now += 29 * MINUTE
    expect(storage.url('p/a.jpg')).toBe(url)
    now += 31 * MINUTE
    expect((await storage.read('p/a.jpg', signatureOf(url))).toString()).toBe('x')
    expect((await storage.fetch(url)).toString()).toBe('x')
    expect(await storage.publicUrl('p/a.jpg')).toBe(storage.url('p/a.jpg'))
    now += 31 * MINUTE
    expect(await codeOf(storage.read('p/a.jpg', signatureOf(url)))).toBe('FORBIDDEN')
    expect(await codeOf(storage.fetch(url))).toBe('FORBIDDEN')
  })
})

describe('the platform that judges', () => {
  const paint = (background: string) =>
    sharp({ create: { width: 32, height: 24, channels: 3, background } })
      .jpeg()
      .toBuffer()
  const pictures: Record<string, Promise<Buffer>> = {
    '/green': paint('#336633'),
    '/peach': paint('#b63e22'),
    '/red': paint('#f00000'),
  }
  const platform = createContentStandin((url) => pictures[url] ?? Promise.reject(new Error('gone')))
  const judged = async () =>
    (await platform.takeMessages()).map((message) => platform.readAnswer(message)?.verdict)

  it('answers later, once for each picture, and holds back what is nothing but red', async () => {
    expect(await judged()).toEqual([])
    const ids = []
    for (const url of ['/green', '/peach', '/red', '/gone']) {
      ids.push(await platform.checkPicture({ openid: 'o', url }))
    }
    expect(new Set(ids).size).toBe(4)
    expect(await judged()).toEqual(['pass', 'pass', 'risky', undefined])
    expect(await judged()).toEqual([])
  })
})

describe('data directory', () => {
  const lockFile = () => path.join(directory, 'owner.lock')
  it('has one owner at a time', () => {
    const leave = takeDirectory(directory)
    expect(() => takeDirectory(directory)).toThrow(DirectoryInUse)
    leave()
    takeDirectory(directory)()
  })
  it('is refused while another process owns it, and taken over when that one is dead', async () => {
    const other = spawn('sleep', ['30'])
    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8')
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    writeFileSync(lockFile(), `${other.pid} ${started}`)
    expect(() => takeDirectory(directory)).toThrow(DirectoryInUse)
    const gone = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await gone
    takeDirectory(directory)()
  })
  it.each(['', 'nonsense', '1 1'])('is taken over from a lock that names nobody alive: %j', (content) => {
    writeFileSync(lockFile(), content)
    takeDirectory(directory)()
  })
})

describe('data key', () => {
  it('is made once, readable by nobody else, and kept', () => {
    const key = loadDataKey(directory, undefined)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(loadDataKey(directory, undefined)).toBe(key)
    expect(
      execFileSync('stat', ['-c', '%a', path.join(directory, 'data.key')])
        .toString()
        .trim(),
    ).toBe('600')
  })
  it('comes from the environment when it is given there', () => {
    expect(loadDataKey(directory, 'given')).toBe('given')
  })
})

describe('speech', () => {
  const heard = (bytes: string) =>
    createSpeechStandin().transcribe({ bytes: Buffer.from(bytes), format: 'mp3', seconds: 3 })

  it('is what the recording carries after “say:”, up to a NUL', async () => {
    expect(await heard('\0\x01say:路灯坏了\0\x02say:别的\0')).toBe('路灯坏了')
  })
  it.each(['', 'sound', 'say:', 'say:没有说完', '\0say'])('is nothing otherwise: %j', async (bytes) => {
    expect(await heard(bytes)).toBe('')
  })
})

describe('options', () => {
  it('are read from arguments and environment', () => {
    expect(parseOptions(['--scale', 'full', '--seed=7', '--no-build'], { PORT: '4000' })).toMatchObject({
      port: 4000,
      scale: 'full',
      seed: 7,
      build: false,
      jobs: true,
    })
  })
  it.each([[['--what']], [['--scale', 'huge']], [['--seed', 'x']]])(
    'are refused with a sentence: %j',
    (args) => {
      expect(() => parseOptions(args, {})).toThrow(/[\u4e00-\u9fff]/)
    },
  )
})
