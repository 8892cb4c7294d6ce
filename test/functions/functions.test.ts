import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { PRIVACY_VERSION } from '~/types/me'
import { gridCode } from '../support/areas'
import { openCloud, type Cloud, type Phone } from './support/cloud'
import type { Trouble } from './support/reply'

const WORDS = '村东头路灯坏了三天'
const NAME = '钱测试'
const PHONE = '19900001234'
const TROUBLES: Trouble[] = ['http 503', 'nonsense']

describe('the functions as they are deployed', () => {
  let cloud: Cloud
  let grid: string
  let opengid: string
  let worker: Phone
  let grids = 0

  /** Somebody of the grid's group who has agreed to the privacy notice. */
  const neighbourOf = async (group: string): Promise<Phone> => {
    const phone = cloud.phone()
    await phone.call('me.enter', {}, { opengid: group })
    await phone.call('me.consent', { version: PRIVACY_VERSION }, { key: randomUUID() })
    return phone
  }
  const submit = (phone: Phone, input: object = {}, key: string = randomUUID()) =>
    phone.call('appeal.submit', { text: WORDS, urgency: 'today', name: NAME, ...input }, { key })
  const textOf = (id: string) =>
    cloud.db
      .selectFrom('appeal')
      .select(['content', 'checkTries'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  /** The timer as it comes after the wait of every question that went wrong. */
  const comeLater = async (id: string) => {
    await cloud.db
      .updateTable('appeal')
      .set({ checkAt: new Date(0) })
      .where('id', '=', id)
      .execute()
    return cloud.jobs.call({})
  }

  beforeAll(async () => {
    cloud = await openCloud()
  })
  beforeEach(async () => {
    cloud.gateway.trouble = undefined
    cloud.wechat.trouble = undefined
    grid = gridCode(1, 1, (grids += 1))
    opengid = `group-${randomUUID()}`
    worker = cloud.phone()
    await worker.call('me.enter', {})
    await cloud.appoint(worker, 'grid_worker', grid)
    await worker.call('group.bind', { areaCode: grid }, { opengid, key: randomUUID() })
  })
  afterAll(() => cloud.close())

  it('know a caller from the context alone', async () => {
    const forged = { openid: worker.openid, WX_OPENID: worker.openid, userInfo: { openId: worker.openid } }
    const event = { action: 'me.enter', input: {}, ...forged }
    const { userId } = await worker.call('me.enter', {})
    const other = await cloud.api.call(event, { openid: 'o-somebody-else' })
    expect(other).toMatchObject({ ok: true, data: { assignments: [], can: [] } })
    expect(other).not.toMatchObject({ data: { userId } })
    expect(await cloud.api.call(event, {})).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } })
  })

  it('learn the grid from the group that WeChat vouches for', async () => {
    const neighbour = await neighbourOf(opengid)
    expect(await neighbour.call('me.enter', {})).toMatchObject({
      membership: { area: { code: grid }, assurance: 'group' },
    })
    expect(cloud.gateway.asked).toContain('getOpenData')
  })

  it('take no look-alike of a group, no entry of long ago and none of another program', async () => {
    const long = new Date(Date.now() - 3600_000)
    const groups: object[] = [
      { data: { opengid } },
      { cloudID: '74_made-up', data: { opengid } },
      { cloudID: cloud.gateway.cloudId(opengid, long) },
    ]
    for (const group of groups) {
      const reply = await cloud.api.call({ action: 'me.enter', input: {}, group }, { openid: randomUUID() })
      expect(reply).toMatchObject({ ok: true, data: { membership: null } })
    }
  })

  it('bring an appeal through api, jobs and WeChat to the neighbours', async () => {
    const [resident, neighbour] = [await neighbourOf(opengid), await neighbourOf(opengid)]
    const { id } = await submit(resident)
    expect(await neighbour.ask('appeal.info', { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    await cloud.jobs.call({ Type: 'Timer', TriggerName: 'minutely', Time: new Date().toISOString() })
    expect(await textOf(id)).toMatchObject({ content: 'passed' })
    await worker.call('appeal.accept', { id }, { key: randomUUID() })
    await cloud.jobs.call({})
    const { items } = await neighbour.call('feed.list', { areaCode: grid })
    expect(items).toContainEqual(expect.objectContaining({ path: expect.stringContaining(id) as string }))
    expect(await neighbour.call('appeal.info', { id })).toMatchObject({ id, text: WORDS })
  })

  it('keep a picture without where it was taken, and show it when WeChat has judged it', async () => {
    const [resident, neighbour] = [await neighbourOf(opengid), await neighbourOf(opengid)]
    const { pictureId, cloudPath, url } = await resident.call(
      'picture.prepare',
      { bytes: 1 },
      { key: randomUUID() },
    )
    expect(url).toBeUndefined()
    const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 8/1 0/1' } }
    const raw = sharp({ create: { width: 40, height: 30, channels: 3, background: '#B63E22' } })
    const bytes = await raw.withExif(gps).jpeg().toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    cloud.gateway.files.set(cloudPath, bytes)
    const picture = await resident.call('picture.finish', { pictureId }, { key: randomUUID() })
    const kept = cloud.gateway.files.get(picture.url.replace(/^cloud:\/\/[^/]+\//, ''))
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(cloud.gateway.files.has(cloudPath)).toBe(false)

    const { id } = await submit(resident, { pictureIds: [pictureId] })
    await worker.call('appeal.accept', { id }, { key: randomUUID() })
    await cloud.jobs.call({})
    const seen = async (who: Phone) => (await who.call('appeal.info', { id })).pictures.map((each) => each.id)
    expect(await seen(neighbour)).toEqual([])
    const asked = cloud.wechat.pictures.find((each) => each.url.endsWith(`${pictureId}.jpg`))
    expect(Buffer.from(await (await fetch(asked?.url ?? '')).arrayBuffer())).toEqual(kept)
    const message = cloud.wechat.message(asked?.traceId ?? '', 'pass')
    expect(await cloud.push.call(message, { source: 'wx_client', openid: resident.openid })).toBe('refused')
    expect(await cloud.push.call(message, { source: 'wx_trigger' })).toBe('success')
    expect(await seen(neighbour)).toEqual([pictureId])
  })

  it('say that a picture has not arrived', async () => {
    const resident = await neighbourOf(opengid)
    const { pictureId } = await resident.call('picture.prepare', { bytes: 1 }, { key: randomUUID() })
    expect(await resident.ask('picture.finish', { pictureId }, { key: randomUUID() })).toMatchObject({
      error: { code: 'NOT_FOUND', message: '没有收到您传的文件,请再传一次' },
    })
  })

  it.each(TROUBLES)(
    'say plainly that the storage is away (%s), and go on when it is back',
    async (trouble) => {
      const resident = await neighbourOf(opengid)
      const { pictureId, cloudPath } = await resident.call(
        'picture.prepare',
        { bytes: 1 },
        { key: randomUUID() },
      )
      const create = { width: 4, height: 4, channels: 3, background: 'white' } as const
      cloud.gateway.files.set(cloudPath, await sharp({ create }).png().toBuffer())
      cloud.gateway.trouble = trouble
      const key = randomUUID()
      expect(await resident.ask('picture.finish', { pictureId }, { key })).toMatchObject({
        error: { code: 'UPSTREAM', message: '微信那边没有回应,请稍后再试' },
      })
      cloud.gateway.trouble = undefined
      expect(await resident.call('picture.finish', { pictureId }, { key })).toMatchObject({ id: pictureId })
    },
  )

  it.each(TROUBLES)('say plainly that WeChat does not tell the group (%s)', async (trouble) => {
    cloud.gateway.trouble = trouble
    expect(await cloud.phone().ask('me.enter', {}, { opengid })).toMatchObject({
      error: { code: 'UPSTREAM' },
    })
  })

  it.each([...TROUBLES, 'silence'] as const)(
    'hold words back while WeChat does not judge them (%s)',
    async (trouble) => {
      const [resident, neighbour] = [await neighbourOf(opengid), await neighbourOf(opengid)]
      cloud.wechat.trouble = trouble
      const { id } = await submit(resident)
      await worker.call('appeal.accept', { id }, { key: randomUUID() })
      await cloud.jobs.call({})
      const held = await textOf(id)
      expect(held.content).toBe('checking')
      // Asked in vain at least once; whether the timer asks again at once is a matter of its jitter.
      expect(held.checkTries).toBeGreaterThan(0)
      expect(await neighbour.ask('appeal.info', { id })).toMatchObject({ ok: false })
      cloud.wechat.trouble = undefined
      await comeLater(id)
      expect(await neighbour.call('appeal.info', { id })).toMatchObject({ text: WORDS })
    },
  )

  it('answer plainly without a database, and by themselves again when it is back', async () => {
    const resident = await neighbourOf(opengid)
    const others = sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    await others.execute(cloud.db)
    const answers = [await resident.ask('me.enter', {}), await resident.ask('me.enter', {})]
    const codes = answers.map((reply) => (reply.ok ? 'ok' : reply.error.code))
    expect(codes).toEqual([expect.stringMatching(/^(ok|UNAVAILABLE)$/), 'ok'])
    const away = await cloud.start('api', { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
    expect(await resident.ask('me.enter', {}, { instance: away })).toMatchObject({
      error: { code: 'UNAVAILABLE' },
    })
    expect(away.alive()).toBe(true)
  })

  it('do one thing once when two instances get the same key at once', async () => {
    const resident = await neighbourOf(opengid)
    const second = await cloud.start('api')
    const key = randomUUID()
    const input = { text: WORDS, urgency: 'today', name: NAME } as const
    const replies = await Promise.all(
      [cloud.api, second].map((instance) => resident.call('appeal.submit', input, { key, instance })),
    )
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1)
    const rows = await cloud.db.selectFrom('appeal').select('id').where('areaCode', '=', grid).execute()
    expect(rows).toHaveLength(1)
  })

  it('tell the group once when three timers run at once', async () => {
    const [resident, neighbour] = [await neighbourOf(opengid), await neighbourOf(opengid)]
    const { id } = await submit(resident)
    await cloud.jobs.call({})
    await worker.call('appeal.accept', { id }, { key: randomUUID() })
    const timers = [cloud.jobs, await cloud.start('jobs'), await cloud.start('jobs')]
    await Promise.all(timers.map((timer) => timer.call({})))
    await cloud.jobs.call({})
    const { items } = await neighbour.call('feed.list', { areaCode: grid })
    expect(items.map(({ label, title }) => `${label} ${title}`)).toEqual([`办理中 ${WORDS}`])
  })

  it.each(['WX_APPID', 'WX_SECRET', 'DATABASE_URL', 'DATA_KEY'])('do not start without %s', async (name) => {
    const started = cloud.start('api', { [name]: '' })
    await expect(started).rejects.toThrow(name)
  })

  it('stay within what the platform carries, at the largest that people may send', async () => {
    const resident = await neighbourOf(opengid)
    const text = '灯'.repeat(2000)
    const { id } = await submit(resident, { text, place: '东'.repeat(60) })
    expect(await resident.call('appeal.info', { id })).toMatchObject({ text })
  })

  it('write structured lines that hold no name, number or words', async () => {
    const resident = await neighbourOf(opengid)
    await submit(resident, { phone: PHONE })
    await cloud.jobs.call({})
    const printed = [cloud.api, cloud.jobs, cloud.push, cloud.health].map((each) => each.output()).join('')
    const lines = printed.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(20)
    const events = lines.map((line) => (JSON.parse(line) as { event: string }).event)
    expect(new Set(events)).toContain('call')
    for (const secret of [NAME, PHONE, WORDS, resident.openid, ...Object.values(cloud.variables).slice(1)]) {
      expect(printed).not.toContain(secret)
    }
  })

  it('tell watchers over HTTP how it stands, and figures to those who show the token', async () => {
    await cloud.jobs.call({})
    const ask = (path: string, headers: object, health = cloud.health) =>
      health.call({
        path,
        httpMethod: 'GET',
        headers,
        queryStringParameters: {},
        body: '',
        isBase64Encoded: false,
      })
    expect(await ask('/ops/health', {})).toMatchObject({ statusCode: 200, body: '{"ok":true}' })
    expect(await ask('/ops/metrics', {})).toMatchObject({ statusCode: 401 })
    const headers = { authorization: `Bearer ${cloud.variables.METRICS_TOKEN}` }
    const { statusCode, body } = (await ask('/ops/metrics', headers)) as { statusCode: number; body: string }
    expect(statusCode).toBe(200)
    expect(body).toMatch(/^micro_grid_timer_last_run_timestamp_seconds \d+/m)
    expect(body).not.toMatch(/_read\{[^}]*\} 0/)
    const away = await cloud.start('health', {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      METRICS_TOKEN: '',
    })
    expect(await ask('/ops/health', {}, away)).toMatchObject({ statusCode: 503, body: '{"ok":false}' })
    expect(await ask('/ops/metrics', headers, away)).toMatchObject({ statusCode: 401 })
  })

  it.each(['api', 'jobs', 'push', 'health'])('name every package that the bundle of %s asks for', (name) => {
    const folder = path.join(__dirname, '../../dist/cloudfunctions', name)
    const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const asked = readFileSync(path.join(folder, 'index.js'), 'utf8').matchAll(/require\("([^"]+)"\)/g)
    const packages = [...asked].map(([, id = '']) => id).filter((id) => !isBuiltin(id))
    // Optional parts of pg, which it asks for only when they are wanted.
    const optional = ['pg-native', 'pg-cloudflare']
    expect([...new Set(packages)].filter((id) => !optional.includes(id)).sort()).toEqual(
      Object.keys(dependencies).sort(),
    )
  })
})
