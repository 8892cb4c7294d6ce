import { randomUUID } from 'node:crypto'
import type { Actor } from '~/cloudfunctions/core/actor'
import type { Ctx } from '~/cloudfunctions/core/context'
import { attachVoices, voiceViews } from '~/cloudfunctions/features/voice/queries'
import { openDistrict, type District, type Person } from '../../support/district'
import { speak, upload } from './support'

describe('a recording in use', () => {
  let district: District
  let grid: string
  let resident: Person
  const refused = { code: 'INVALID', fields: { voiceIds: '有一段语音没有传好,请删掉那段重新说' } }

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    resident = await district.resident(grid)
  })
  afterAll(() => district.close())

  /** What a command of another feature would hand on. */
  const ctxOf = (person: Person): Ctx => {
    const { db, ports, clock } = district
    const actor = { user: { id: person.userId } } as Actor
    return { db, ports, actor, now: clock.now(), newId: randomUUID } as unknown as Ctx
  }
  const finished = async (person: Person, words = '路灯坏了') => {
    const voiceId = await upload(district, person, speak(words))
    return (await person.call('voice.finish', { voiceId, seconds: 5 })).id
  }

  it('is shown with its words, its length and an address, whoever asks', async () => {
    const [one, two] = [await finished(resident, '一'), await finished(resident, '二')]
    const raw = await upload(district, resident, speak('没传完'))
    const handler = await district.staff('grid_worker', grid)
    const views = await voiceViews(ctxOf(handler), [two, one, two, raw])
    expect([...views.keys()].sort()).toEqual([one, two].sort())
    expect(views.get(two)).toEqual({ id: two, url: `memory:voices/${two}.mp3`, seconds: 5, text: '二' })
    expect(await voiceViews(ctxOf(handler), [])).toEqual(new Map())
  })

  it('can be used once, by its owner, after it was finished', async () => {
    const id = await finished(resident)
    const neighbour = await district.resident(grid)
    await expect(attachVoices(ctxOf(neighbour), [id])).rejects.toMatchObject(refused)
    await expect(attachVoices(ctxOf(resident), [await finished(neighbour)])).rejects.toMatchObject(refused)
    const raw = await upload(district, resident, speak('没传完'))
    await expect(attachVoices(ctxOf(resident), [raw])).rejects.toMatchObject(refused)
    await attachVoices(ctxOf(resident), [id])
    await expect(attachVoices(ctxOf(resident), [id])).rejects.toMatchObject(refused)
    await attachVoices(ctxOf(resident), [])
  })

  it('is not used twice in one message', async () => {
    const id = await finished(resident)
    await expect(attachVoices(ctxOf(resident), [id, id])).rejects.toMatchObject(refused)
  })

  it('is told to its owner with everything else that is kept', async () => {
    const person = await district.resident(grid)
    await finished(person, '井盖没了')
    await finished(person, '')
    await person.call('voice.prepare', { bytes: 9 })
    const { sections } = await person.call('me.export', {})
    const lines = sections.find(({ title }) => title === '您说的语音')?.lines
    expect(lines?.map(({ value }) => value)).toEqual(['5秒:井盖没了', '5秒:没有转成文字'])
  })

  it('is swept away with its files a day after it was sent, unless somebody used it', async () => {
    const [used, loose] = [await finished(resident), await finished(resident)]
    const abandoned = await upload(district, resident, speak('没传完'))
    await attachVoices(ctxOf(resident), [used])
    district.clock.advance(86_400_000 - 60_000)
    await district.runJobs()
    expect(district.ports.files.has(`voices/${loose}.mp3`)).toBe(true)
    district.clock.advance(120_000)
    const { uploadsSwept } = await district.runJobs()
    expect(uploadsSwept).toBeGreaterThanOrEqual(2)
    expect(district.ports.files.has(`voices/${loose}.mp3`)).toBe(false)
    expect(district.ports.files.has(`uploads/${abandoned}`)).toBe(false)
    expect(district.ports.files.has(`voices/${used}.mp3`)).toBe(true)
  })
})
