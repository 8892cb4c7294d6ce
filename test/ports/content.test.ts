import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cloudContent } from '~/cloudfunctions/ports/content'
import type { ContentPort } from '~/cloudfunctions/ports/ports'

const PROGRAM = { appid: 'wxtest', secret: 'a-secret' }
const ASKED = { openid: 'o-test', text: '村东头路灯坏了' }
const verdict = (suggest: string) => ({ errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } })

describe('the content check of WeChat', () => {
  let server: Server
  let port: ContentPort
  let now = Date.now()
  let calls: { url: string; body: unknown }[]
  /** Answers of msg_sec_check, in order; the last one stays. */
  let answers: object[]
  let tokens: number

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        const url = `${request.method ?? ''} ${request.url ?? ''}`
        calls.push({ url, body: JSON.parse(text) })
        const isToken = url.includes('stable_token')
        const token = () => ({ access_token: `token-${(tokens += 1)}`, expires_in: 7200 })
        const answer = isToken ? token() : answers.length > 1 ? answers.shift() : answers[0]
        response.end(JSON.stringify(answer))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  beforeEach(() => {
    calls = []
    tokens = 0
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    port = cloudContent(PROGRAM, () => new Date(now), host)
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it('asks version 2 with a stable token, which it keeps until shortly before its end', async () => {
    answers = [verdict('pass')]
    expect(await port.checkText(ASKED)).toBe('pass')
    expect(await port.checkText(ASKED)).toBe('pass')
    const token = { grant_type: 'client_credential', ...PROGRAM, force_refresh: false }
    const check = { content: ASKED.text, version: 2, scene: 3, openid: ASKED.openid }
    const asked = { url: 'POST /wxa/msg_sec_check?access_token=token-1', body: check }
    expect(calls).toEqual([{ url: 'POST /cgi-bin/stable_token', body: token }, asked, asked])
    now += 7000_000
    await port.checkText(ASKED)
    expect(tokens).toBe(2)
  })

  it.each(['review', 'risky'])('passes on %s', async (suggest) => {
    answers = [verdict(suggest)]
    expect(await port.checkText(ASKED)).toBe(suggest)
  })

  it('takes a new token once when the old one has ended', async () => {
    answers = [{ errcode: 42001, errmsg: 'expired' }, verdict('pass')]
    expect(await port.checkText(ASKED)).toBe('pass')
    answers = [{ errcode: 40001, errmsg: 'invalid' }]
    await expect(port.checkText(ASKED)).rejects.toMatchObject({ code: 'UPSTREAM', reason: '40001' })
  })

  it('leaves to people an author whom the platform does not judge', async () => {
    answers = [{ errcode: 61010, errmsg: 'user not active in last 2 hours' }]
    expect(await port.checkText(ASKED)).toBe('review')
  })

  it.each([-1, 44991, 45009])('fails with errcode %s, and quotes nothing', async (errcode) => {
    answers = [{ errcode, errmsg: ASKED.text }]
    const error: unknown = await port.checkText(ASKED).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'UPSTREAM', message: `msg_sec_check ${errcode}` })
  })

  it('fails when the answer is no verdict', async () => {
    answers = [{ errcode: 0, result: { suggest: 'perhaps' } }]
    await expect(port.checkText(ASKED)).rejects.toMatchObject({ code: 'UPSTREAM' })
  })
})
