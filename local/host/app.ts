import { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { sql } from 'kysely'
import { AppError, notFound } from '~/cloudfunctions/core/errors'
import { refuse } from './answers'
import type { District } from './district'
import type { PageBundle } from './page-bundle'
import type { PhoneBuild } from './phone-build'
import { fileRoutes } from './routes/files'
import { functionRoutes } from './routes/functions'
import { groupRoutes } from './routes/groups'
import { localRoutes } from './routes/local'
import { pageRoutes } from './routes/pages'
import { replayRoutes } from './routes/replay'

/** Everything that the one port answers. */
export function createApp(district: District, page: () => Promise<PageBundle>, phone: PhoneBuild): Hono {
  const { db, log, clock } = district
  const app = new Hono()
  app.use(async (c, next) => {
    const started = Date.now()
    await next()
    // The pattern, never the address itself: addresses hold ids and words.
    log.info('http', {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Date.now() - started,
    })
  })
  app.get('/healthz', async (c) => {
    try {
      const { rows } = await sql<{ areas: number }>`SELECT count(*)::int AS areas FROM area`.execute(db)
      return c.json({
        ok: true,
        areas: rows[0]?.areas ?? 0,
        at: clock.now().toISOString(),
        phone: phone.state(),
      })
    } catch {
      throw new AppError('UNAVAILABLE', { userMessage: '数据库没有回应' })
    }
  })
  app.on(['GET', 'HEAD'], ['/health', '/metrics'], async (c) => {
    const { path: asked, method: httpMethod } = c.req
    const { statusCode, headers, body } = await district.health({
      path: asked,
      httpMethod,
      headers: c.req.header(),
    })
    return c.body(body, statusCode as ContentfulStatusCode, headers)
  })
  app.route('/functions', functionRoutes(district))
  app.route('/local/groups', groupRoutes(district))
  app.route('/local/replay', replayRoutes(district))
  app.route('/', fileRoutes(district))
  app.route(
    '/local',
    localRoutes(district, () => phone.state()),
  )
  app.route('/', pageRoutes(page, phone))
  app.notFound((c) => refuse(c, notFound('个地址'), log))
  app.onError((error, c) => refuse(c, error, log))
  return app
}
