import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageTemplates } from '~/cloudfunctions/api/environment'
import { cloudMessages } from '~/cloudfunctions/ports/messages'
import type { MessagePort } from '~/cloudfunctions/ports/ports'
import { wechatHttp } from '~/cloudfunctions/ports/wechat-http'

const FIELDS = { title: 'thing1', state: 'phrase2', at: 'time3', note: 'thing4' }
const TEMPLATES = { progress: { id: 'tmpl-1', fields: FIELDS } }
const MESSAGE = {
  openid: 'o-test',
  kind: 'progress',
  page: 'features/appeal/detail/index?id=1',
  fields: { title: '路灯坏了', state: '办理中', at: '2026-11-27 00:30', note: '正在办' },
} as const

describe('messages of WeChat', () => {
  let server: Server
  let port: MessagePort
  let calls: { url: string; body: { data?: Record<string, { value: string }> } }[]
  /** Answers in their order; a number is an HTTP status, a string is sent as it is. */
  let answers: (object | number | string)[]

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        const url = request.url ?? ''
        if (url.startsWith('/cgi-bin/stable_token')) {
          response.end(JSON.stringify({ access_token: `token-${calls.length}`, expires_in: 7200 }))
          return
        }
        calls.push({ url, body: JSON.parse(text) as (typeof calls)[number]['body'] })
        const answer = answers.shift() ?? { errcode: 0, errmsg: 'ok' }
        if (typeof answer === 'number') {
          response.writeHead(answer)
        }
        response.end(typeof answer === 'object' ? JSON.stringify(answer) : String(answer))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  beforeEach(() => {
    calls = []
    answers = []
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    port = cloudMessages(
      TEMPLATES,
      wechatHttp({ appid: 'wxtest', secret: 'a-secret' }, () => new Date(), host),
    )
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it('are sent with the template, its fields and the page', async () => {
    expect(await port.send(MESSAGE)).toEqual({ outcome: 'sent', reason: '' })
    expect(calls).toEqual([
      {
        url: '/cgi-bin/message/subscribe/send?access_token=token-0',
        body: {
          touser: 'o-test',
          template_id: 'tmpl-1',
          page: MESSAGE.page,
          lang: 'zh_CN',
          data: {
            thing1: { value: '路灯坏了' },
            phrase2: { value: '办理中' },
            time3: { value: '2026-11-27 00:30' },
            thing4: { value: '正在办' },
          },
        },
      },
    ])
  })

  it('are cut to what the fields take, in one line, and never empty', async () => {
    const long = '一二三四五六七八九十'.repeat(3)
    await port.send({
      ...MESSAGE,
      fields: { ...MESSAGE.fields, title: long, state: '等了很久了', note: ' \n ' },
    })
    expect(calls[0]?.body.data).toMatchObject({
      thing1: { value: `${[...long].slice(0, 19).join('')}…` },
      phrase2: { value: '等了很久了' },
      thing4: { value: '-' },
    })
    await port.send({
      ...MESSAGE,
      fields: { ...MESSAGE.fields, state: '等了很久了呢', note: '一行\n又一行' },
    })
    expect(calls[1]?.body.data).toMatchObject({
      phrase2: { value: '等了很久…' },
      thing4: { value: '一行 又一行' },
    })
  })

  it('says a day where the template has no hour', async () => {
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const http = wechatHttp({ appid: 'wxtest', secret: 'a-secret' }, () => new Date(), host)
    const daily = cloudMessages({ progress: { id: 'tmpl-1', fields: { ...FIELDS, at: 'date3' } } }, http)
    await daily.send(MESSAGE)
    expect(calls[0]?.body.data).toMatchObject({ date3: { value: '2026-11-27' } })
  })

  it.each([
    [43101, 'unsubscribed'],
    [40003, 'unsubscribed'],
    [43104, 'unsubscribed'],
    [43107, 'wrong'],
    [40037, 'wrong'],
    [41030, 'wrong'],
    [45168, 'wrong'],
    [47003, 'wrong'],
    [48001, 'wrong'],
  ])('%i is %s', async (errcode, outcome) => {
    answers = [{ errcode, errmsg: 'no' }]
    expect(await port.send(MESSAGE)).toEqual({ outcome, reason: String(errcode) })
  })

  it.each([-1, 43108, 44990, 44991, 45009, 45011])('%i may be tried again', async (errcode) => {
    answers = [{ errcode, errmsg: 'busy' }]
    await expect(port.send(MESSAGE)).rejects.toMatchObject({ code: 'UPSTREAM', reason: String(errcode) })
  })

  it('a failure of the server or nonsense may be tried again', async () => {
    answers = [502]
    await expect(port.send(MESSAGE)).rejects.toMatchObject({ code: 'UPSTREAM', reason: '502' })
    answers = ['<html>']
    await expect(port.send(MESSAGE)).rejects.toThrow()
  })

  it.each([40001, 40014, 42001])('%i takes a new token once', async (errcode) => {
    answers = [{ errcode, errmsg: 'token' }]
    expect(await port.send(MESSAGE)).toEqual({ outcome: 'sent', reason: '' })
    expect(calls.map(({ url }) => url.split('=')[1])).toEqual(['token-0', 'token-1'])
    answers = [{ errcode }, { errcode }]
    await expect(port.send(MESSAGE)).rejects.toMatchObject({ reason: String(errcode) })
  })

  it('of a kind without a template are not sent', async () => {
    expect(await port.send({ ...MESSAGE, kind: 'reminder' })).toEqual({
      outcome: 'wrong',
      reason: 'no_template',
    })
    expect(port.templates).toEqual([{ kind: 'progress', templateId: 'tmpl-1' }])
    expect(calls).toEqual([])
  })
})

describe('WX_TEMPLATES', () => {
  const progress = 'progress=tmpl-1:thing1,phrase2,time3,thing4'

  it('is a template for each kind, or nothing', () => {
    expect(messageTemplates(progress)).toEqual(TEMPLATES)
    expect(messageTemplates(`${progress}; reminder=x_2:thing1,thing2,date3,thing4;`)).toEqual({
      ...TEMPLATES,
      reminder: { id: 'x_2', fields: { title: 'thing1', state: 'thing2', at: 'date3', note: 'thing4' } },
    })
    expect(messageTemplates('')).toEqual({})
  })

  it.each([
    '{}',
    'gossip=a:thing1,thing2,time3,thing4',
    'progress=a:thing1,thing2',
    `${progress};${progress}`,
  ])('that is wrong stops the function without being quoted: %s', (text) => {
    const words = 'environment variable WX_TEMPLATES is not what docs/deploy.md describes'
    expect(() => messageTemplates(text)).toThrow(words)
  })
})
