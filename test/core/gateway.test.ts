import { z } from 'zod'
import type { ApiReply } from '~/types/api'
import type { ActionRow } from '~/cloudfunctions/core/action'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { createGateway } from '~/cloudfunctions/core/gateway'
import type { Log } from '~/cloudfunctions/core/log'
import { openDistrict, type District, type Person } from '../support/district'

/** Keeps every line that is logged. */
function keepLog(): { lines: string[]; log: Log } {
  const lines: string[] = []
  const keep = (level: string) => (event: string, fields?: object) =>
    void lines.push(JSON.stringify({ level, event, ...fields }))
  return { lines, log: { info: keep('info'), warn: keep('warn'), error: keep('error') } }
}

describe('the gateway', () => {
  const { lines, log } = keepLog()
  let district: District
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict(log)
    resident = await district.resident(district.newGrid(), { name: '钱测试', phone: '19900001234' })
  })
  beforeEach(() => void lines.splice(0))
  afterAll(() => district.close())

  const refusalOf = (reply: ApiReply) => (reply.ok ? 'allowed' : reply.error)
  /** Asks a gateway whose only action does `handler`. */
  const ask = (
    handler: () => Promise<unknown>,
    more: object = {},
    context: object = { openid: resident.openid },
  ) => {
    const row = {
      action: 'area.list',
      input: z.strictObject({}),
      rule: 'person',
      write: false,
      audit: null,
      handler,
      ...more,
    }
    const { db, ports, clock } = district
    const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
    const gateway = createGateway({ db, ports, clock, secrets, log }, [row as unknown as ActionRow])
    return gateway({ action: 'area.list' }, context)
  }

  it.each([
    ['an unknown action', { action: 'appeal.delete' }],
    ['a name from the prototype', { action: 'constructor' }],
    ['an action that is no text', { action: { toString: 'me.enter' } }],
    ['no action', {}],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'me.enter'],
    ['a number', 7],
    ['a list', ['me.enter']],
  ])('answers %s in the user’s words', async (_name, event) => {
    expect(refusalOf(await district.api(event, { openid: resident.openid }))).toMatchObject({
      code: 'INVALID',
      message: '没有这个功能,请更新小程序',
      requestId: expect.any(String) as string,
    })
  })

  it.each([['text'], [7], [[]], [true]])('refuses the input %j, which is no object', async (input) => {
    const event = { action: 'me.enter', input }
    expect(refusalOf(await district.api(event, { openid: resident.openid }))).toMatchObject({
      code: 'INVALID',
    })
  })

  it('takes a missing input for an empty one', async () => {
    for (const input of [undefined, null]) {
      expect(await district.api({ action: 'me.enter', input }, { openid: resident.openid })).toMatchObject({
        ok: true,
      })
    }
  })

  it('knows people by the cloud alone: an openid in the event is worth nothing', async () => {
    const event = {
      action: 'me.enter',
      input: {},
      openid: resident.openid,
      userInfo: { openId: resident.openid },
    }
    for (const context of [{}, { openid: '' }]) {
      expect(refusalOf(await district.api(event, context))).toMatchObject({
        code: 'UNAUTHENTICATED',
        message: '请在微信里打开小程序',
      })
    }
  })

  it('checks the input before it asks the database who is there', async () => {
    const stranger = district.stranger()
    await stranger.refused('appeal.info', { id: 'x' })
    const row = await district.db
      .selectFrom('appUser')
      .select('id')
      .where('openid', '=', stranger.openid)
      .executeTakeFirst()
    expect(row).toBeUndefined()
  })

  it('refuses an action whose rule no assignment grants, before its handler runs', async () => {
    const handler = jest.fn(() => Promise.resolve({}))
    expect(refusalOf(await ask(handler, { rule: 'appeal.handle' }))).toMatchObject({ code: 'FORBIDDEN' })
    expect(handler).not.toHaveBeenCalled()
  })

  it('shows of an unknown error nothing but the number of the request, and logs no words of it', async () => {
    const reply = refusalOf(
      await ask(() => Promise.reject(new TypeError('duplicate key (19900001234, 钱测试)'))),
    )
    if (typeof reply === 'string') {
      throw new Error(reply)
    }
    expect(reply).toEqual({
      code: 'INTERNAL',
      message: `出了点问题,请稍后再试(编号 ${reply.requestId})`,
      requestId: reply.requestId,
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"level":"error"')
    expect(lines[0]).toContain(reply.requestId)
    expect(lines[0]).toContain('TypeError')
    expect(lines[0]).not.toMatch(/19900001234|钱测试|duplicate/)
  })

  it.each([['text'], [null], [undefined], [{}]])('survives a handler that throws %j', async (thrown) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- exactly what may happen
    expect(refusalOf(await ask(() => Promise.reject(thrown)))).toMatchObject({ code: 'INTERNAL' })
  })

  it.each(['ECONNREFUSED', 'ETIMEDOUT', '57P01', '08006', '53300'])(
    'says that it is busy when the database is away: %s',
    async (code) => {
      const away = Object.assign(new Error('away'), { code })
      expect(refusalOf(await ask(() => Promise.reject(away)))).toMatchObject({
        code: 'UNAVAILABLE',
        message: '系统正忙,请过一会儿再试,您写的都还在',
      })
    },
  )

  it.each(['40001', '40P01'])('tries three times when writers got in each other’s way: %s', async (code) => {
    const clash = Object.assign(new Error('clash'), { code })
    const handler = jest.fn<Promise<unknown>, []>().mockRejectedValueOnce(clash).mockRejectedValueOnce(clash)
    handler.mockResolvedValueOnce({ done: true })
    expect(await ask(handler, { write: true })).toEqual({ ok: true, data: { done: true } })
    const never = jest.fn(() => Promise.reject(clash))
    expect(refusalOf(await ask(never, { write: true }))).toMatchObject({ code: 'INTERNAL' })
    expect(never).toHaveBeenCalledTimes(3)
  })

  it('logs one line a call, without a name, a number, an openid or what people wrote', async () => {
    const newcomer = district.stranger()
    const said = { text: '王测试家门口的井盖没了', urgency: 'today', place: '北巷七号' } as const
    const spoken = { ...said, areaCode: resident.areaCode, name: '王测试', phone: '19900009999' }
    await newcomer.refused('appeal.submit', { ...spoken, phone: '19900009999x' })
    await newcomer.refused('appeal.submit', spoken)
    await newcomer.call('me.consent', { version: 1 })
    const { id } = await newcomer.call('appeal.submit', spoken)
    await newcomer.refused('appeal.accept', { id })
    await newcomer.call('me.export', {})
    expect(lines).toHaveLength(6)
    expect(lines.join('\n')).not.toMatch(/王测试|19900009999|井盖|北巷/)
    expect(lines.join('\n')).not.toContain(newcomer.openid)
  })
})
