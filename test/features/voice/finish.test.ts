import { VOICE_BYTES_MAX } from '~/types/voice'
import { openDistrict, type District, type Person } from '../../support/district'
import { NO_ID } from '../../support/records'
import { takePhoto } from '../picture/support'
import { speak, upload } from './support'

const box = (kind: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, body])
}
/** An MP4 with a track of each of the handlers. */
const mp4 = (...handlers: string[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('moov', ...handlers.map((handler) => box('hdlr', Buffer.alloc(8), Buffer.from(handler)))),
  ])
/** The head of a WebM with a track of each of the codecs. */
const webm = (...codecs: string[]) =>
  Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
    Buffer.from(`\x42\x82\x84webm...${codecs.join('...')}`),
  ])
const ogg = (codec: string) =>
  Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from(codec), Buffer.alloc(20)])
const wav = () => Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(40)])

describe('voice.finish', () => {
  let district: District
  let resident: Person
  const broken = { voiceId: '这不是录音,或者已经坏了,请再说一遍' }

  beforeAll(async () => {
    district = await openDistrict()
    resident = await district.resident(district.newGrid())
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => district.close())

  const kept = (voiceId: string) =>
    [...district.ports.files.keys()].find((key) => key.startsWith(`voices/${voiceId}`))
  const finish = (voiceId: string, seconds = 12) => resident.call('voice.finish', { voiceId, seconds })

  it('keeps the recording as it is, with its words, and no second copy of it', async () => {
    const bytes = speak('村东头路灯坏了')
    const voiceId = await upload(district, resident, bytes)
    const view = await finish(voiceId)
    expect(view).toMatchObject({ id: voiceId, seconds: 12, text: '村东头路灯坏了' })
    expect(view.url).toContain(`voices/${voiceId}.mp3`)
    expect(district.ports.files.get(`voices/${voiceId}.mp3`)).toEqual(bytes)
    expect(district.ports.files.has(`uploads/${voiceId}`)).toBe(false)
  })

  it('gives no words when nothing was understood, and keeps the recording all the same', async () => {
    const voiceId = await upload(district, resident, wav())
    expect(await finish(voiceId)).toMatchObject({ text: '' })
    expect(kept(voiceId)).toBe(`voices/${voiceId}.wav`)
  })

  it('asks for the words outside a transaction, once, with what the recording is', async () => {
    const transcribe = jest.spyOn(district.ports.speech, 'transcribe')
    const transaction = jest.spyOn(district.db, 'transaction')
    const voiceId = await upload(district, resident, speak('井盖没了'))
    transaction.mockClear()
    await finish(voiceId)
    await finish(voiceId)
    expect(transaction).not.toHaveBeenCalled()
    expect(transcribe.mock.calls).toEqual([[{ bytes: expect.any(Buffer), format: 'mp3', seconds: 12 }]])
  })

  it('gives the same recording with the same words when it is finished twice', async () => {
    const voiceId = await upload(district, resident, speak('井盖没了'))
    const first = await finish(voiceId)
    expect(await finish(voiceId, 30)).toEqual(first)
  })

  it('keeps the words of the first when two finish at once', async () => {
    const voiceId = await upload(district, resident, speak('井盖没了'))
    jest
      .spyOn(district.ports.speech, 'transcribe')
      .mockImplementationOnce(async () => {
        await finish(voiceId)
        return '窗户没了'
      })
      .mockResolvedValueOnce('井盖没了')
    expect(await finish(voiceId)).toMatchObject({ text: '井盖没了' })
  })

  it('leaves out what cannot be seen, and what nobody says in a minute', async () => {
    jest
      .spyOn(district.ports.speech, 'transcribe')
      .mockResolvedValueOnce(` 路\0灯\u202e${'了'.repeat(2000)} `)
    const { text } = await finish(await upload(district, resident, speak('')))
    expect(text).toMatch(/^路灯了+$/)
    expect(text).toHaveLength(1000)
  })

  it.each([
    ['mp3', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), Buffer.alloc(40)])],
    ['mp3', Buffer.from([0xff, 0xf3, 0x48, 0xc4, 0, 0])],
    ['m4a', mp4('soun')],
    ['wav', wav()],
    ['webm', webm('A_OPUS')],
    ['ogg', ogg('OpusHead')],
    ['ogg', ogg('\x01vorbis')],
  ])('goes by the bytes: takes %s', async (format, bytes) => {
    const voiceId = await upload(district, resident, bytes)
    await finish(voiceId)
    expect(kept(voiceId)).toBe(`voices/${voiceId}.${format}`)
  })

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a photograph', () => takePhoto()],
    ['a document', () => Buffer.from('%PDF-1.7')],
    ['a photograph in the boxes of MP4', () => box('ftyp', Buffer.from('heic\0\0\0\0'))],
    ['a film', () => mp4('vide', 'soun')],
    ['a film of a browser', () => webm('V_VP8', 'A_OPUS')],
    ['something else in Matroska', () => Buffer.from('\x1aE\xdf\xa3matroska A_OPUS', 'latin1')],
    ['something else in Ogg', () => ogg('\x80theora')],
    ['other things in RIFF', () => Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['bare AAC', () => Buffer.from([0xff, 0xf1, 0x50, 0x80])],
    ['nothing', () => Buffer.alloc(0)],
  ])('goes by the bytes: refuses %s', async (_what, make) => {
    const voiceId = await upload(district, resident, await make())
    const refusal = await resident.refused('voice.finish', { voiceId, seconds: 3 })
    expect(refusal).toMatchObject({ code: 'INVALID', fields: broken })
    expect(kept(voiceId)).toBeUndefined()
  })

  it('measures what really arrived, not what was announced', async () => {
    const bytes = Buffer.concat([speak('长'), Buffer.alloc(VOICE_BYTES_MAX)])
    const voiceId = await upload(district, resident, bytes)
    expect(await resident.refused('voice.finish', { voiceId, seconds: 60 })).toMatchObject({
      code: 'INVALID',
      fields: { voiceId: '这段录音太大了,请说短一些' },
    })
  })

  it.each([
    [0, '说得太短了,请再说一遍'],
    [61, '一次最多说60秒,请分几次说'],
    [1.5, '录音时长不对'],
  ])('refuses a length of %s seconds', async (seconds, message) => {
    const voiceId = await upload(district, resident, speak('好'))
    const refusal = await resident.refused('voice.finish', { voiceId, seconds })
    expect(refusal).toMatchObject({ code: 'INVALID', fields: { seconds: message } })
  })

  it('deletes the raw file at the next try when the storage failed to the first time', async () => {
    const voiceId = await upload(district, resident, speak('好'))
    const remove = jest.spyOn(district.ports.storage, 'removeUpload')
    remove.mockRejectedValueOnce(new Error('storage is away'))
    const refusal = await resident.refused('voice.finish', { voiceId, seconds: 2 })
    expect(refusal).toMatchObject({ code: 'INTERNAL' })
    await finish(voiceId)
    expect(district.ports.files.has(`uploads/${voiceId}`)).toBe(false)
  })

  it('says so when nothing arrived', async () => {
    const { voiceId } = await resident.call('voice.prepare', { bytes: 1000 })
    expect(await resident.refused('voice.finish', { voiceId, seconds: 2 })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有收到您传的文件,请再传一次',
    })
  })

  it('is for who said it: the recording of somebody else does not exist', async () => {
    const voiceId = await upload(district, resident, speak('好'))
    const neighbour = await district.resident(resident.areaCode)
    expect(await neighbour.refused('voice.finish', { voiceId, seconds: 2 })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这段语音,可能已经撤下了',
    })
    const unknown = await resident.refused('voice.finish', { voiceId: NO_ID, seconds: 2 })
    expect(unknown).toMatchObject({ code: 'NOT_FOUND' })
    expect(await resident.refused('voice.finish', { voiceId: 'x', seconds: 2 })).toMatchObject({
      code: 'INVALID',
      fields: { voiceId: '编号不对,请返回重试' },
    })
  })
})
