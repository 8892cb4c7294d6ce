import { Hono } from 'hono'
import { z } from 'zod'
import { conflict, notFound } from '~/cloudfunctions/core/errors'
import { words } from '~/cloudfunctions/core/fields'
import { surnameOf } from '~/cloudfunctions/core/masking'
import { TONES } from '~/types/feed'
import { parse, readObject } from '../answers'
import type { District } from '../district'
import { groupsOf } from '../people'
import { gridOf } from './local'

const opengid = z.string().min(1).max(128)
const from = z.string().min(1).max(128)
const text = (most: number) => z.string().max(most, `最多${most}个字`)
const listInput = z.strictObject({
  since: z.coerce.number('since 是上一条消息的编号').int().min(0).default(0),
  opengid: opengid.optional(),
})
const textInput = z.strictObject({ from, text: words('要说的话', 500), opengid: opengid.optional() })
const deliveryInput = z.looseObject({ deliveryId: z.uuid('编号不对') })
/** A page that somebody shares by the menu of the mini program. */
const cardInput = z.strictObject({
  from,
  title: words('标题', 60),
  body: text(120).default(''),
  label: text(12).default(''),
  tone: z.enum(TONES).default('neutral'),
  path: z
    .string()
    .regex(/^[a-z][A-Za-z0-9/_-]*(\?[^#\s]*)?$/, '页面地址不对')
    .max(300),
  opengid: opengid.optional(),
})

/** The simulated WeChat groups of the grids. */
export function groupRoutes(district: District): Hono {
  const { db, chat, clock } = district
  const routes = new Hono()

  routes.get('/:code/messages', async (c) => {
    const code = gridOf(c.req.param('code'))
    const { since, opengid: group } = parse(listInput, c.req.query())
    await knownGrid(code)
    return c.json({ items: await chat.list(code, since, group), now: clock.now().toISOString() })
  })

  routes.post('/:code/messages', async (c) => {
    const code = gridOf(c.req.param('code'))
    const body = await readObject(c)
    await knownGrid(code)
    if (typeof body.deliveryId === 'string') {
      // What the phone says of the card is not taken over: the card is what the program made.
      await mustBeShared(code, parse(deliveryInput, body).deliveryId)
      await district.showShared()
      return c.json({ ok: true })
    }
    if ('title' in body) {
      const { from: openid, opengid: group, ...card } = parse(cardInput, body)
      await chat.share(await senderOf(code, openid, group), { ...card, deliveryId: null })
      return c.json({ ok: true })
    }
    const said = parse(textInput, body)
    await chat.say(await senderOf(code, said.from, said.opengid), said.text)
    return c.json({ ok: true })
  })

  async function knownGrid(code: string): Promise<void> {
    const area = await db.selectFrom('area').select('code').where('code', '=', code).executeTakeFirst()
    if (area === undefined) {
      throw notFound('个网格')
    }
  }

  async function mustBeShared(code: string, id: string): Promise<void> {
    const card = await db
      .selectFrom('delivery')
      .select('state')
      .where('id', '=', id)
      .where('areaCode', '=', code)
      .executeTakeFirst()
    if (card === undefined) {
      throw notFound('张卡片')
    }
    if (card.state !== 'shared' && card.state !== 'arrived') {
      throw conflict('not_shared', '这张卡片还没有转发,请先点“转发”')
    }
  }

  async function senderOf(code: string, openid: string, group: string | undefined) {
    const user = await db
      .selectFrom('appUser')
      .select(['id', 'name'])
      .where('openid', '=', openid)
      .executeTakeFirst()
    const works = await db
      .selectFrom('assignment')
      .select('id')
      .where('userId', '=', user?.id ?? '00000000-0000-0000-0000-000000000000')
      .where('role', '=', 'grid_worker')
      .where('areaCode', '=', code)
      .where('fromAt', '<=', clock.now())
      .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', clock.now())]))
      .executeTakeFirst()
    const opengids = (await groupsOf(db, [code])).get(code) ?? []
    const name = user?.name ?? ''
    return {
      areaCode: code,
      opengid: group ?? opengids[0] ?? `unbound-${code}`,
      openid,
      from: works !== undefined ? `网格员 ${surnameOf(name)}师傅` : name === '' ? '一位邻居' : name,
      fromRole: works !== undefined ? ('grid_worker' as const) : ('resident' as const),
      at: clock.now(),
    }
  }
  return routes
}
