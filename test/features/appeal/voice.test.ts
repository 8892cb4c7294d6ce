import type { Person } from '../../support/district'
import { speak, upload } from '../voice/support'
import { LAMP, openScene, type Scene } from './support'

describe('what people say aloud', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.district.close())

  async function say(person: Person, words: string): Promise<string> {
    const voiceId = await upload(scene.district, person, speak(words))
    return (await person.call('voice.finish', { voiceId, seconds: 5 })).id
  }
  const submit = (voiceIds: string[], text = '') =>
    scene.resident.call('appeal.submit', { ...LAMP, text, voiceIds })

  it('goes with the case, to the person and to who handles it, and not to the neighbours', async () => {
    const voiceId = await say(scene.resident, '路灯不亮')
    const { id, voices } = await submit([voiceId], '路灯不亮')
    expect(voices).toMatchObject([{ id: voiceId, seconds: 5, text: '路灯不亮' }])
    await scene.worker.call('appeal.accept', { id })
    expect((await scene.worker.call('appeal.info', { id })).voices).toHaveLength(1)
    const neighbour = await scene.neighbour.call('appeal.info', { id })
    expect(neighbour.voices).toEqual([])
    expect(neighbour.steps.flatMap((step) => step.voices)).toEqual([])
  })

  it('is enough without a word that is typed', async () => {
    const made = await submit([await say(scene.resident, '')])
    expect(made).toMatchObject({ text: '语音留言,请听录音', voices: [{ seconds: 5 }] })
    const { id } = made
    const voiceIds = [await say(scene.resident, '杆子也歪了')]
    const more = await scene.resident.call('appeal.supplement', { id, words: '', voiceIds })
    expect(more.steps.at(-1)).toMatchObject({ words: '', voices: [{ id: voiceIds[0] }] })
  })

  it('goes with the rating as well, for the eyes and ears of who may read it', async () => {
    const { id } = await submit([], '路灯坏了')
    await scene.worker.call('appeal.answer', { id, words: '换好了' })
    const voiceIds = [await say(scene.resident, '谢谢')]
    const word = { outcome: 'solved', satisfaction: 'satisfied', words: '谢谢' } as const
    const rated = await scene.resident.call('appeal.rate', { id, ...word, voiceIds })
    expect(rated.steps.at(-1)?.voices).toMatchObject([{ id: voiceIds[0] }])
  })

  it('says at the field what is missing or wrong', async () => {
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, text: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { text: '请填写遇到的事' },
    })
    const foreign = await say(scene.neighbour, '路灯不亮')
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, voiceIds: [foreign] })).toMatchObject({
      fields: { voiceIds: '有一段语音没有传好,请删掉那段重新说' },
    })
    const four = Array.from({ length: 4 }, () => foreign)
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, voiceIds: four })).toMatchObject({
      fields: { voiceIds: '语音最多3段' },
    })
  })

  it('is used once', async () => {
    const voiceId = await say(scene.resident, '路灯不亮')
    await submit([voiceId])
    expect(await scene.resident.refused('appeal.submit', { ...LAMP, voiceIds: [voiceId] })).toMatchObject({
      code: 'INVALID',
    })
  })
})
