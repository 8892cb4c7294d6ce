import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import sharp from 'sharp'
import type { ApiReply } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { PictureUpload } from '~/types/picture'
import { silentLog } from '~/cloudfunctions/core/log'
import { createApp } from '~/local/host/app'
import { createDistrict, type RunReport } from '~/local/host/district'
import type { GridView, GroupMessageView, PersonView, PhoneState } from '~/local/host/views'
import { openDistrict, type District, type Person } from '../support/district'

const page = { html: '<p>区</p>', script: 'js', style: 'css' }
let people: District
let app: Hono
let directory: string
let phoneState: PhoneState = 'missing'

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'micro-grid-'))
  people = await openDistrict(silentLog, new Date())
  const dataKey = Buffer.alloc(32, 7).toString('base64')
  const district = await createDistrict({ db: people.db, dataKey, directory, log: silentLog })
  const phone = {
    directory,
    state: () => phoneState,
    refresh: () => Promise.resolve(undefined),
    stop: () => undefined,
  }
  app = createApp(district, () => Promise.resolve(page), phone)
})
afterAll(async () => {
  await people.close()
  rmSync(directory, { recursive: true })
})

async function ask<T>(address: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers }
  return (await (await app.request(address, init)).json()) as T
}

/** Calls an action through the door, as `person`, having opened the program from `opengid`. */
async function call<T>(person: Person, action: string, input: unknown, opengid?: string): Promise<T> {
  const headers = { 'x-wx-openid': person.openid, ...(opengid !== undefined && { 'x-wx-opengid': opengid }) }
  const reply = await ask<ApiReply>('/functions/api', { action, input, key: randomUUID() }, headers)
  if (!reply.ok) {
    throw new Error(JSON.stringify(reply.error))
  }
  return reply.data as T
}

async function settle(): Promise<RunReport> {
  return ask<RunReport>('/functions/jobs', {})
}

async function grid() {
  const code = people.newGrid()
  const worker = await people.staff('grid_worker', code)
  const opengid = await people.group(code, worker)
  return { code, worker, opengid, resident: await people.resident(code) }
}

const lamp = { text: '村东头路灯不亮,晚上看不见路', urgency: 'today' }
const cards = async (code: string) =>
  (await ask<{ items: GroupMessageView[] }>(`/local/groups/${code}/messages`)).items

describe('the door', () => {
  it('says who is healthy', async () => {
    expect(await ask('/healthz')).toMatchObject({ ok: true, areas: expect.any(Number) as number })
  })
  it('takes the identity from the headers only', async () => {
    const event = { action: 'me.enter', input: {}, openid: 'somebody', WX_OPENID: 'somebody' }
    expect(await ask('/functions/api', event)).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    })
  })
  it('proves the group of the header, and only that', async () => {
    const { code, opengid } = await grid()
    const stranger = people.stranger()
    const claimed = await ask<ApiReply<'me.enter'>>(
      '/functions/api',
      { action: 'me.enter', input: {}, group: { cloudID: opengid, opengid } },
      { 'x-wx-openid': stranger.openid },
    )
    expect(claimed).toMatchObject({ ok: true, data: { membership: null } })
    expect(await call(stranger, 'me.enter', {}, opengid)).toMatchObject({
      membership: { assurance: 'group', area: { code } },
    })
  })
  it.each([
    ['nonsense', 'nope', 400],
    ['a list', '[1]', 400],
    ['too much', JSON.stringify({ action: 'x', input: 'a'.repeat(110_000) }), 413],
  ])('refuses %s in the shape of a reply', async (_what, body, status) => {
    const response = await app.request('/functions/api', { method: 'POST', body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID',
        fields: { body: expect.any(String) as string },
        requestId: expect.any(String) as string,
      },
    })
  })
  it('answers 200 to whatever the function itself refuses', async () => {
    const response = await app.request('/functions/api', {
      method: 'POST',
      body: '{"action":"appeal.dance"}',
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'INVALID' } })
  })
  it('refuses an identity header that no openid can be', async () => {
    const headers = { 'x-wx-openid': 'a b' }
    const response = await app.request('/functions/api', { method: 'POST', body: '{}', headers })
    expect(response.status).toBe(400)
  })
  it('lists every action with its schemas', async () => {
    const rows = await ask<{ action: string; input: object; output: object }[]>('/functions/api')
    expect(rows.find((row) => row.action === 'appeal.submit')).toMatchObject({
      rule: 'person',
      write: true,
      input: { type: 'object' },
      output: expect.any(Object) as object,
    })
  })
  it('answers an unknown address in the same shape', async () => {
    expect(await ask('/nothing')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('the grid group', () => {
  it('shows each public step as a card, shared by the stand-in worker', async () => {
    const { code, worker, opengid, resident } = await grid()
    const { id } = await call<AppealView>(resident, 'appeal.submit', lamp, opengid)
    await settle()
    await call(worker, 'appeal.accept', { id })
    await settle()
    const [card] = await cards(code)
    expect(card).toMatchObject({ kind: 'card', opengid, openid: worker.openid, fromRole: 'grid_worker' })
    expect(card?.path).toContain(id)
    await settle()
    expect(await cards(code)).toHaveLength(1)
  })
  it('proves arrival when the card is opened from the group', async () => {
    const { code, worker, opengid, resident } = await grid()
    const { id } = await call<AppealView>(resident, 'appeal.submit', lamp)
    await call(worker, 'appeal.accept', { id })
    await settle()
    const deliveryId = (await cards(code))[0]?.deliveryId
    await call(resident, 'me.enter', { deliveryId }, opengid)
    const row = await people.db
      .selectFrom('delivery')
      .select('state')
      .where('id', '=', deliveryId ?? '')
      .execute()
    expect(row).toEqual([{ state: 'arrived' }])
  })
  it('waits for the worker when the switch is off', async () => {
    const { code, worker, resident } = await grid()
    await ask('/local/auto-share', { on: false })
    try {
      const { id } = await call<AppealView>(resident, 'appeal.submit', lamp)
      await call(worker, 'appeal.accept', { id })
      await settle()
      expect(await cards(code)).toEqual([])
      const { items } = await call<{ items: { id: string }[] }>(worker, 'delivery.mine', {})
      const deliveryId = items[0]?.id
      const early = await ask(`/local/groups/${code}/messages`, { deliveryId })
      expect(early).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
      await call(worker, 'delivery.markShared', { id: deliveryId })
      await ask(`/local/groups/${code}/messages`, { deliveryId, title: '别的话' })
      await settle()
      expect(await cards(code)).toMatchObject([{ deliveryId }])
      expect((await cards(code))[0]?.title).not.toBe('别的话')
    } finally {
      await ask('/local/auto-share', { on: true })
    }
  })
  it('lets neighbours talk, and tells what is new since', async () => {
    const { code, resident } = await grid()
    await ask(`/local/groups/${code}/messages`, { from: resident.openid, text: '路灯又不亮了' })
    const [first] = await cards(code)
    await ask(`/local/groups/${code}/messages`, { from: 'nobody', text: '我也看见了' })
    const { items } = await ask<{ items: GroupMessageView[] }>(
      `/local/groups/${code}/messages?since=${first?.id}`,
    )
    expect(first).toMatchObject({ kind: 'text', text: '路灯又不亮了', from: '测试居民' })
    expect(items).toMatchObject([{ from: '一位邻居' }])
  })
  it('keeps the newest 200 messages of a group', async () => {
    const { code } = await grid()
    for (let n = 1; n <= 205; n += 1) {
      await ask(`/local/groups/${code}/messages`, { from: 'nobody', text: `第${n}句` })
    }
    const items = await cards(code)
    expect(items).toHaveLength(200)
    expect(items[0]?.text).toBe('第6句')
  })
  it.each([
    [{ from: 'x', text: '' }, 'INVALID'],
    [{ from: 'x', text: '长'.repeat(501) }, 'INVALID'],
    [{ text: '没有人' }, 'INVALID'],
    [{ deliveryId: 'x' }, 'INVALID'],
    [{ deliveryId: randomUUID() }, 'NOT_FOUND'],
    [{ from: 'x', title: '卡片', path: 'https://elsewhere' }, 'INVALID'],
  ])('refuses %j', async (body, code) => {
    const reply = await ask(`/local/groups/${people.newGrid()}/messages`, body)
    expect(reply).toMatchObject({ ok: false, error: { code } })
  })
  it('knows no group of an area that is no grid', async () => {
    for (const code of ['990001', '990001999999999']) {
      expect(await ask(`/local/groups/${code}/messages`)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    }
  })
})

describe('time, people and grids', () => {
  it('moves time forward only', async () => {
    const { now } = await ask<{ now: string }>('/local/clock')
    const moved = await ask<{ now: string }>('/local/clock', { advance: 'PT2H' })
    expect(Date.parse(moved.now) - Date.parse(now)).toBeGreaterThanOrEqual(2 * 3_600_000)
    for (const body of [
      { advance: '-PT2H' },
      { advance: 'P' },
      { advance: 'PT0S' },
      { to: now },
      {},
      { advance: 1 },
    ]) {
      expect(await ask('/local/clock', body)).toMatchObject({ ok: false, error: { code: 'INVALID' } })
    }
  })
  it('lists people by role and area, with the group of their grid', async () => {
    const { code, worker, opengid, resident } = await grid()
    const residents = await ask<PersonView[]>(`/local/people?role=resident&area=${code}`)
    expect(residents).toMatchObject([{ openid: resident.openid, role: 'resident', areaCode: code, opengid }])
    const workers = await ask<PersonView[]>(`/local/people?role=grid_worker&area=${code}`)
    expect(workers).toMatchObject([{ openid: worker.openid, role: 'grid_worker', opengid }])
    expect(await ask(`/local/people?role=king`)).toMatchObject({
      error: { fields: { role: expect.anything() as string } },
    })
    expect(await ask(`/local/people?limit=201`)).toMatchObject({ error: { code: 'INVALID' } })
  })
  it('shows a grid with those who can be played and its next deadline', async () => {
    const { code, opengid, resident } = await grid()
    const view = await ask<GridView>(`/local/grids/${code}`)
    expect(view).toMatchObject({
      code,
      groups: [opengid],
      members: 1,
      residents: [{ openid: resident.openid }],
    })
    expect(await ask(`/local/grids/${code}/next-due`)).toEqual({ dueAt: null })
    const { dueAt } = await call<AppealView>(resident, 'appeal.submit', lamp)
    expect(await ask(`/local/grids/${code}/next-due`)).toEqual({ dueAt })
  })
})

describe('pictures', () => {
  it('travel from the phone to the neighbours', async () => {
    const { resident } = await grid()
    const raw = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#B63E22' } })
      .jpeg()
      .toBuffer()
    const upload = await call<PictureUpload>(resident, 'picture.prepare', { bytes: raw.length })
    const put = await app.request(upload.url ?? '', { method: 'PUT', body: new Uint8Array(raw) })
    expect(put.status).toBe(200)
    const { url } = await call<{ url: string }>(resident, 'picture.finish', { pictureId: upload.pictureId })
    const shown = await app.request(url)
    expect(shown.headers.get('content-type')).toMatch(/^image\//)
    expect(shown.headers.get('cache-control')).toContain('immutable')
    expect((await app.request(url.replace('s=', 's=A'))).status).toBe(404)
  })
  it('are refused by size before a byte is read', async () => {
    const headers = { 'content-length': String(11 * 1024 * 1024) }
    const response = await app.request('/local/uploads/raw/x?e=1&s=1', { method: 'PUT', body: 'x', headers })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { fields: { file: expect.any(String) as string } } })
  })
})

describe('pages', () => {
  it('serve the district page without anything from outside', async () => {
    const response = await app.request('/')
    expect(await response.text()).toContain('区')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  })
  it('say kindly that the phone is being built', async () => {
    phoneState = 'building'
    const response = await app.request('/h5/?openid=x')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('手机界面正在构建')
  })
  it.each(['/h5/..%2f..%2fpackage.json', '/h5/js/none.js'])('give away nothing else: %s', async (address) => {
    expect((await app.request(address)).status).toBe(404)
  })
})
