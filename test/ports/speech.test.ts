import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LogFields } from '~/cloudfunctions/core/log'
import type { Speech } from '~/cloudfunctions/ports/ports'
import { authorization, cloudSpeech } from '~/cloudfunctions/ports/speech'
import type { VoiceFormat } from '~/types/voice'

const ACCOUNT = { id: 'an-account', key: 'its-key' }
const SAID = '村东头路灯坏了'
const NOW = new Date('2026-03-01T20:30:00Z')
const speech: Speech = { bytes: Buffer.from('sound'), format: 'mp3', seconds: 12 }
const result = (text: string) => ({ Response: { Result: text, AudioDuration: 12_000, RequestId: 'r' } })

describe('signature version 3 of Tencent Cloud', () => {
  it('is the one of the example that the documentation works through', () => {
    const payload =
      '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    const example = { host: 'cvm.tencentcloudapi.com', service: 'cvm', payload, timestamp: 1551113065 }
    // The example's own key, which is nobody's.
    expect(authorization({ id: 'example', key: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' }, example)).toBe(
      'TC3-HMAC-SHA256 Credential=example/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, ' +
        'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })
})

describe('the recognition of speech by Tencent Cloud', () => {
  let server: Server
  let host: string
  let calls: { headers: IncomingHttpHeaders; text: string; url: string }[]
  let lines: string[]
  /** What the platform answers; undefined hangs up. */
  let answer: { status?: number; body: string } | undefined

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (chunk: Buffer) => parts.push(chunk))
      request.on('end', () => {
        const text = Buffer.concat(parts).toString()
        calls.push({ headers: request.headers, text, url: `${request.method ?? ''} ${request.url ?? ''}` })
        if (answer === undefined) {
          request.socket.destroy()
          return
        }
        response.writeHead(answer.status ?? 200).end(answer.body)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => {
    calls = []
    lines = []
    answer = { body: JSON.stringify(result(SAID)) }
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const keep = (event: string, fields?: LogFields) => void lines.push(JSON.stringify({ event, ...fields }))
  const portOf = (account: typeof ACCOUNT | undefined) =>
    cloudSpeech(account, () => NOW, { info: keep, warn: keep, error: keep }, `http://${host}`)
  const transcribe = (change: Partial<Speech> = {}) => portOf(ACCOUNT).transcribe({ ...speech, ...change })

  it('sends one recording of Mandarin as data, and gives what was understood', async () => {
    expect(await transcribe()).toBe(SAID)
    const [call] = calls
    expect(call?.url).toBe('POST /')
    expect(call?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-tc-action': 'SentenceRecognition',
      'x-tc-version': '2019-06-14',
      'x-tc-timestamp': String(NOW.getTime() / 1000),
    })
    expect(JSON.parse(call?.text ?? '')).toEqual({
      EngSerViceType: '16k_zh',
      SourceType: 1,
      VoiceFormat: 'mp3',
      Data: Buffer.from('sound').toString('base64'),
      DataLen: 5,
    })
    expect(lines).toEqual([])
  })

  it('signs what really arrives: these headers, this body, this day of UTC', async () => {
    await transcribe()
    const { headers, text } = calls[0]!
    const hash = (value: string) => createHash('sha256').update(value).digest('hex')
    const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest()
    const canonical = `POST\n/\n\ncontent-type:${headers['content-type']}\nhost:${headers.host}\n\ncontent-type;host\n${hash(text)}`
    const toSign = `TC3-HMAC-SHA256\n${String(headers['x-tc-timestamp'])}\n2026-03-01/asr/tc3_request\n${hash(canonical)}`
    const key = hmac(hmac(hmac(`TC3${ACCOUNT.key}`, '2026-03-01'), 'asr'), 'tc3_request')
    expect(headers.authorization).toBe(
      `TC3-HMAC-SHA256 Credential=an-account/2026-03-01/asr/tc3_request, SignedHeaders=content-type;host, Signature=${hmac(key, toSign).toString('hex')}`,
    )
    expect(JSON.stringify(calls)).not.toContain(ACCOUNT.key)
  })

  it.each<[VoiceFormat, string]>([
    ['mp3', 'mp3'],
    ['m4a', 'm4a'],
    ['wav', 'wav'],
    ['ogg', 'ogg-opus'],
  ])('calls %s as the platform does: %s', async (format, name) => {
    await transcribe({ format })
    expect(JSON.parse(calls[0]!.text)).toMatchObject({ VoiceFormat: name })
  })

  it('does not ask about what the platform cannot read', async () => {
    expect(await transcribe({ format: 'webm' })).toBe('')
    expect(calls).toEqual([])
  })

  it('asks nobody and complains of nothing without an account', async () => {
    expect(await portOf(undefined).transcribe(speech)).toBe('')
    expect([calls, lines]).toEqual([[], []])
  })

  it.each<[string, typeof answer, string]>([
    [
      'the platform refuses',
      { body: JSON.stringify({ Response: { Error: { Code: 'FailedOperation.NoSpeech', Message: SAID } } }) },
      'SpeechFailure FailedOperation.NoSpeech',
    ],
    ['the status is wrong', { status: 502, body: SAID }, 'SpeechFailure http 502'],
    ['the answer is no JSON', { body: SAID }, 'SyntaxError'],
    ['the answer is empty', { body: '{}' }, 'SpeechFailure no result'],
    ['the answer is null', { body: 'null' }, 'TypeError'],
    ['the connection breaks', undefined, 'TypeError UND_ERR_SOCKET'],
  ])('answers nothing when %s, with one line that quotes nothing', async (_what, given, cause) => {
    answer = given
    expect(await transcribe()).toBe('')
    expect(lines).toEqual([JSON.stringify({ event: 'speech', cause, format: 'mp3', bytes: 5, seconds: 12 })])
  })

  it('waits five seconds at most', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    expect(await transcribe()).toBe('')
    expect(timeout).toHaveBeenCalledWith(5000)
    timeout.mockRestore()
    expect(lines).toHaveLength(1)
  })
})
