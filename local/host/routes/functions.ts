import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describeActions } from '~/cloudfunctions/api/manifest'
import { invalid } from '~/cloudfunctions/core/errors'
import { outputSchemas } from '~/config/contract'
import { readObject, refuse } from '../answers'
import type { District } from '../district'
import { cloudContext, cloudEvent } from '../invoke'

/** Largest event that the cloud passes to a function, in bytes. */
const EVENT_BYTES_MAX = 100 * 1024

/** An identity header, or undefined when it is absent or empty. */
function identity(c: Context, name: string): string | undefined {
  const value = c.req.header(name)
  if (value === undefined || value === '') {
    return undefined
  }
  if (!/^[A-Za-z0-9_.:@-]{1,128}$/.test(value)) {
    throw invalid({ [name]: `请求头 ${name} 只能用字母、数字和 _ . : @ -` })
  }
  return value
}

/** The same door as `wx.cloud.callFunction`. Only here do headers become the cloud's context. */
export function functionRoutes(district: District): Hono {
  const routes = new Hono()
  const limit = bodyLimit({
    maxSize: EVENT_BYTES_MAX,
    onError: (c) =>
      refuse(c, invalid({ body: '一次提交的内容不能超过100KB,照片请单独上传' }), district.log, 413),
  })
  routes.post('/api', limit, async (c) => {
    const openid = identity(c, 'x-wx-openid')
    const opengid = identity(c, 'x-wx-opengid')
    const event = cloudEvent(district.wechat, await readObject(c), opengid)
    return c.json(await district.api(event, cloudContext(openid)))
  })
  routes.get('/api', (c) => {
    const outputs: Record<string, unknown> = outputSchemas()
    return c.json(describeActions().map((row) => ({ ...row, output: outputs[row.action] ?? null })))
  })
  routes.post('/jobs', async (c) => c.json(await district.timers.runOnce()))
  return routes
}
