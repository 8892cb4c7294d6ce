import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cloudContent } from '~/cloudfunctions/ports/content'
import type { ContentPort } from '~/cloudfunctions/ports/ports'
import { wechatHttp } from '~/cloudfunctions/ports/wechat-http'

const PROGRAM = { appid: 'wxtest', secret: 'a-secret' }
const ASKED = { openid: 'o-test', text: '村东头路灯坏了' }
const verdict = (suggest: string) => ({ errcode: 0, errmsg: 'ok', result: { suggest, label: 100 } })

describe('the content check of WeChat', () => {
  let server: Server
  let port: ContentPort
  let now = Date.now()
  let calls: { url: string; body: unknown }[]
  /** Answers of the checks, in order; the last one stays. */
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
    port = cloudContent(
      PROGRAM.appid,
      wechatHttp(PROGRAM, () => new Date(now), host),
    )
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

  describe('of a picture', () => {
    const PICTURE = { openid: 'o-test', url: 'https://files.example/p.jpg?sign=1' }
    const taken = { errcode: 0, errmsg: 'ok', trace_id: '62f11967-2b24d27a-34715985' }

    it('asks version 2 with the address and who sent it, and gives back the id of the answer to come', async () => {
      answers = [taken]
      expect(await port.checkPicture(PICTURE)).toBe(taken.trace_id)
      const body = { media_url: PICTURE.url, media_type: 2, version: 2, scene: 3, openid: PICTURE.openid }
      expect(calls[1]).toEqual({ url: 'POST /wxa/media_check_async?access_token=token-1', body })
    })

    it('shares the token with the check of words, and takes a new one once when it has ended', async () => {
      answers = [verdict('pass'), { errcode: 40001, errmsg: 'invalid' }, taken]
      await port.checkText(ASKED)
      expect(await port.checkPicture(PICTURE)).toBe(taken.trace_id)
      expect(tokens).toBe(2)
      answers = [{ errcode: 42001, errmsg: 'expired' }]
      await expect(port.checkPicture(PICTURE)).rejects.toMatchObject({ code: 'UPSTREAM', reason: '42001' })
    })

    it.each([40003, 43104, 61010])(
      'leaves to people an author whom the platform does not judge: %s',
      async (errcode) => {
        answers = [{ errcode, errmsg: 'no' }]
        expect(await port.checkPicture(PICTURE)).toBeUndefined()
      },
    )

    it.each([-1, 40004, 44991, 45009, 87020])(
      'fails with errcode %s, and quotes nothing',
      async (errcode) => {
        answers = [{ errcode, errmsg: PICTURE.url }]
        const error: unknown = await port.checkPicture(PICTURE).catch((caught: unknown) => caught)
        expect(error).toMatchObject({ code: 'UPSTREAM', message: `media_check_async ${errcode}` })
      },
    )

    it.each([[{}], [{ trace_id: '' }]])('fails when there is no id: %j', async (more) => {
      answers = [{ errcode: 0, errmsg: 'ok', ...more }]
      await expect(port.checkPicture(PICTURE)).rejects.toMatchObject({ code: 'UPSTREAM' })
    })

    const pushed = {
      ToUserName: 'gh_test',
      FromUserName: 'o-test',
      CreateTime: 1659967849,
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: PROGRAM.appid,
      trace_id: taken.trace_id,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20002, prob: 90 }],
      errcode: 0,
      errmsg: 'ok',
      result: { suggest: 'risky', label: 20002 },
    }

    it('reads the verdict that is pushed, also when its numbers are text', () => {
      const read = { traceId: taken.trace_id, verdict: 'risky' }
      expect(port.readAnswer(pushed)).toEqual(read)
      expect(port.readAnswer({ ...pushed, version: '2', errcode: '0' })).toEqual(read)
    })

    it('reads that the picture could not be fetched', () => {
      const failed = { ...pushed, errcode: -1008, errmsg: 'download failed', result: { suggest: 'pass' } }
      expect(port.readAnswer(failed)).toEqual({ traceId: taken.trace_id })
      expect(port.readAnswer({ ...failed, result: undefined })).toEqual({ traceId: taken.trace_id })
    })

    it.each<[string, unknown]>([
      ['nothing', undefined],
      ['a call of the program', { action: 'appeal.list', input: {} }],
      ['another message', { ...pushed, MsgType: 'text' }],
      ['another event', { ...pushed, Event: 'user_enter_tempsession' }],
      ['another program', { ...pushed, appid: 'wxother' }],
      ['version 1', { ...pushed, version: 1 }],
      ['no id', { ...pushed, trace_id: '' }],
      ['no verdict', { ...pushed, result: undefined }],
      ['an unknown verdict', { ...pushed, result: { suggest: 'perhaps' } }],
    ])('takes no answer from %s', (_what, event) => {
      expect(port.readAnswer(event)).toBeUndefined()
    })
  })
})
