import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { silentLog } from '~/cloudfunctions/core/log'
import { createApp } from '~/local/host/app'
import { createDistrict } from '~/local/host/district'
import { openDistrict, type District } from '../support/district'

describe('one machine', () => {
  let people: District
  const directory = mkdtempSync(path.join(tmpdir(), 'micro-grid-'))
  /** The answers of the port; `token` is the variable METRICS_TOKEN of the host. */
  const openApp = async (token?: string) => {
    const dataKey = Buffer.alloc(32, 7).toString('base64')
    process.env.METRICS_TOKEN = token ?? ''
    const district = await createDistrict({ db: people.db, dataKey, directory, log: silentLog })
    const phone = {
      ...{ directory, state: () => 'missing' as const, stop: () => undefined },
      refresh: () => Promise.resolve(undefined),
    }
    return createApp(district, () => Promise.resolve({ html: '', script: '', style: '' }), phone)
  }

  beforeAll(async () => {
    people = await openDistrict(silentLog, new Date())
  })
  afterAll(async () => {
    delete process.env.METRICS_TOKEN
    rmSync(directory, { recursive: true })
    await people.close()
  })

  it('tells watchers what the cloud tells them, to everybody on it', async () => {
    const app = await openApp()
    expect((await app.request('/health')).status).toBe(503)
    await app.request('/functions/jobs', { method: 'POST', body: '{}' })
    const health = await app.request('/health')
    expect([health.status, await health.text()]).toEqual([200, '{"ok":true}'])
    const metrics = await app.request('/metrics')
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await metrics.text()).toMatch(/^micro_grid_timer_last_run_timestamp_seconds \d+/m)
  })

  it('asks for the token where one is set', async () => {
    const app = await openApp('secret-of-a-test')
    expect((await app.request('/metrics')).status).toBe(401)
    const headers = { authorization: 'Bearer secret-of-a-test' }
    expect((await app.request('/metrics', { headers })).status).toBe(200)
  })
})
