import dayjs from 'dayjs'
import duration from 'dayjs/plugin/duration'
import { Hono } from 'hono'
import { z } from 'zod'
import { invalid, notFound } from '~/cloudfunctions/core/errors'
import { areaCode } from '~/cloudfunctions/core/fields'
import { ROLES } from '~/types/roles'
import { parse, readObject } from '../answers'
import type { District } from '../district'
import { firstGrid, nextDue, presentGrid, searchGrids } from '../grids'
import { listPeople } from '../people'
import type { DistrictView, PhoneState } from '../views'

dayjs.extend(duration)

const ISO_DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/

const clockInput = z
  .strictObject({
    advance: z.string().regex(ISO_DURATION, '要用 ISO 8601 的时长,例如 PT2H 或 P1D').optional(),
    to: z.iso.datetime({ error: '要用 ISO 8601 的时刻,例如 2026-11-24T08:00:00Z', offset: true }).optional(),
  })
  .refine(({ advance, to }) => (advance === undefined) !== (to === undefined), {
    path: ['advance'],
    message: 'advance 和 to 要填一个,也只填一个',
  })

const peopleInput = z.strictObject({
  role: z.enum(['resident', ...ROLES], '没有这种身份').optional(),
  area: areaCode.optional(),
  words: z.string().max(20, '名字太长').optional(),
  limit: z.coerce.number().int().min(1).max(200, '一次最多200人').default(20),
})
const areasInput = z.strictObject({ words: z.string().trim().max(40, '名字太长,请短一些').default('') })
const ownInput = z.strictObject({ openid: z.string().min(1).max(64) })
const consentInput = ownInput.extend({ templateId: z.string().max(64) })
const switchInput = z.strictObject({ on: z.boolean('on 要填 true 或 false') })

/** What only the one-machine district has: time, people to play, and what the page shows. */
export function localRoutes(district: District, phoneState: () => PhoneState): Hono {
  const { db, clock } = district
  const routes = new Hono()
  routes.get('/clock', (c) => c.json({ now: clock.now().toISOString() }))
  routes.post('/clock', async (c) => {
    const { advance, to } = parse(clockInput, await readObject(c))
    const ms =
      advance === undefined
        ? Date.parse(to ?? '') - clock.now().getTime()
        : dayjs.duration(advance).asMilliseconds()
    return c.json({ now: clock.advance(ms).toISOString() })
  })
  routes.get('/people', async (c) =>
    c.json(await listPeople(db, clock.now(), parse(peopleInput, c.req.query()))),
  )
  routes.get('/areas', async (c) => c.json(await searchGrids(db, parse(areasInput, c.req.query()).words)))
  routes.get('/grids/:code', async (c) =>
    c.json(await presentGrid(db, clock.now(), gridOf(c.req.param('code')))),
  )
  routes.get('/grids/:code/next-due', async (c) => {
    const due = await nextDue(db, clock.now(), gridOf(c.req.param('code')))
    return c.json({ dueAt: due?.toISOString() ?? null })
  })
  routes.get('/auto-share', (c) => c.json({ on: district.autoShare.get() }))
  routes.post('/auto-share', async (c) => {
    await district.autoShare.set(parse(switchInput, await readObject(c)).on)
    return c.json({ on: district.autoShare.get() })
  })
  routes.get('/messages', async (c) =>
    c.json({ items: await district.messages.listOf(parse(ownInput, c.req.query()).openid) }),
  )
  routes.post('/consents', async (c) => {
    const { openid, templateId } = parse(consentInput, await readObject(c))
    const template = district.messages.templates.find((one) => one.templateId === templateId)
    if (template === undefined) {
      throw notFound('个模板')
    }
    await district.messages.accept(openid, template.kind)
    return c.json({})
  })
  let gridCode: Promise<string | null> | undefined
  routes.get('/district', async (c) => {
    const root = await db.selectFrom('area').select('name').where('level', '=', 'district').executeTakeFirst()
    const { grids } = await db
      .selectFrom('area')
      .select((eb) => eb.fn.countAll<number>().as('grids'))
      .where('level', '=', 'grid')
      .executeTakeFirstOrThrow()
    gridCode ??= firstGrid(db)
    return c.json({
      name: root?.name ?? '',
      grids,
      gridCode: await gridCode,
      now: clock.now().toISOString(),
      autoShare: district.autoShare.get(),
      phone: phoneState(),
    } satisfies DistrictView)
  })
  return routes
}

/** A code from an address; whatever is no grid's code is not there. */
export function gridOf(code: string): string {
  if (!/^\d+$/.test(code)) {
    throw invalid({ area_code: '网格编码是15位数字' })
  }
  if (code.length !== 15) {
    throw notFound('个网格')
  }
  return code
}
