import type { District, Person } from '../../support/district'
import { answer, openChecks, type Checks, type CheckScene } from './checks'

const MINUTE = 60_000
/** Longer than the longest wait after a failure, shorter than the time for an answer. */
const LONG_MS = 11 * MINUTE

describe('the answer of the platform', () => {
  let district: District
  let asked: Checks['asked']
  let rowOf: Checks['rowOf']
  let begin: Checks['begin']
  let worker: Person
  let open: CheckScene['open']
  const lines: string[] = []
  const note = (event: string, fields?: object) => void lines.push(JSON.stringify([event, fields]))

  beforeAll(async () => {
    ;({ district, asked, rowOf, begin } = await openChecks({ info: note, warn: note, error: note }))
  })
  beforeEach(async () => {
    ;({ worker, open } = await begin())
  })
  afterAll(() => district.close())

  it.each([
    ['pass', 'passed'],
    ['review', 'held'],
    ['risky', 'held'],
  ])('%s makes it %s, however often it comes', async (suggest, content) => {
    const { pictureId } = await open()
    await district.runJobs()
    const message = answer(asked[0]!.traceId, suggest)
    expect(await district.push(message)).toBe('success')
    const row = await rowOf(pictureId)
    expect(row.content).toBe(content)
    expect(await district.push(message)).toBe('success')
    expect(await district.push(answer(asked[0]!.traceId, suggest === 'pass' ? 'risky' : 'pass'))).toBe(
      'success',
    )
    expect(await rowOf(pictureId)).toEqual(row)
  })

  it('does nothing under an id that nobody waits for', async () => {
    const { pictureId } = await open()
    await district.runJobs()
    const row = await rowOf(pictureId)
    expect(await district.push(answer('62f11967-2b24d27a-34715985', 'pass'))).toBe('success')
    expect(await rowOf(pictureId)).toEqual(row)
  })

  it('to an earlier question is not taken; the one to the last question is', async () => {
    const { pictureId } = await open()
    await district.runJobs()
    district.clock.advance(30 * MINUTE + 1)
    await district.runJobs()
    const [first, second] = asked
    await district.push(answer(first!.traceId, 'risky'))
    expect(await rowOf(pictureId)).toMatchObject({ content: 'checking', traceId: second!.traceId })
    await district.push(answer(second!.traceId, 'pass'))
    expect((await rowOf(pictureId)).content).toBe('passed')
  })

  it('that the picture could not be fetched brings the question again, under another id', async () => {
    const { pictureId } = await open()
    await district.runJobs()
    await district.push(answer(asked[0]!.traceId, 'pass', { errcode: -1008 }))
    expect(await rowOf(pictureId)).toMatchObject({ content: 'checking', traceId: null })
    district.clock.advance(LONG_MS)
    await district.checkPictures()
    expect(asked).toHaveLength(2)
    expect((await rowOf(pictureId)).content).toBe('passed')
  })

  it.each([
    'wx_client',
    'wx_client,scf',
    'wx_devtools',
    'wx_http',
    'scf',
    'wx_trigger,scf',
    'wx_client,wx_trigger',
    'wx_paycallback',
    'tcb',
    '',
  ])('is refused when it does not come from WeChat itself: %j', async (source) => {
    const { pictureId } = await open()
    await district.runJobs()
    expect(await district.push(answer(asked[0]!.traceId, 'pass'), source)).toBe('refused')
    expect((await rowOf(pictureId)).content).toBe('checking')
  })

  it('is refused when it is no such message, or one of another program', async () => {
    const { pictureId } = await open()
    await district.runJobs()
    const { traceId } = asked[0]!
    for (const more of [{ Event: 'x' }, { MsgType: 'text' }, { appid: 'wxother' }, { result: undefined }]) {
      expect(await district.push(answer(traceId, 'pass', more))).toBe('refused')
    }
    expect(await district.push(undefined)).toBe('refused')
    expect((await rowOf(pictureId)).content).toBe('checking')
  })

  it('leaves no id in the log or in a reply: whoever knows it could answer', async () => {
    const { id } = await open()
    await district.runJobs()
    const { traceId } = asked[0]!
    const shown = JSON.stringify(await worker.call('appeal.info', { id }))
    await district.push(answer(traceId, 'pass'), 'wx_client')
    await district.push(answer(traceId, 'pass'))
    expect(lines.some((line) => line.includes('"push"'))).toBe(true)
    expect([shown, ...lines].filter((line) => line.includes(traceId))).toEqual([])
  })
})
