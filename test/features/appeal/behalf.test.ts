import type { Input } from '~/types/api'
import type { Person } from '../../support/district'
import { eventsAbout } from '../../support/records'
import { DONE, LAMP, openScene, type Scene } from './support'

const MOTHER = { name: '王大娘', phone: '19900008888', consent: 'in_person' } as const

describe('appeal.submit for somebody else', () => {
  let scene: Scene
  let child: Person
  let mother: Person

  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(async () => {
    child = await scene.district.resident(scene.grid, { name: '小王' })
    mother = await scene.district.resident(scene.grid, { name: '王桂兰' })
  })
  afterEach(async () => {
    // A number that two people of a grid have given names nobody.
    await scene.district.db.updateTable('appUser').set({ phoneHash: null }).execute()
  })
  afterAll(() => scene.district.close())

  const file = async (behalf: object = MOTHER) =>
    child.call('appeal.submit', { ...LAMP, behalf } as Input<'appeal.submit'>)
  /** Whether the worker reads that the person has the program. */
  const known = async (id: string) => (await scene.worker.call('appeal.info', { id })).behalf?.inProgram
  const told = async (who: Person) => {
    await scene.district.runJobs()
    return (await who.call('notice.list', {})).items.map(({ label }) => label)
  }

  it('keeps who it is for and how they agreed, for the two and for those who handle it', async () => {
    const { id, behalf } = await file()
    const kept = { name: MOTHER.name, consent: 'in_person', inProgram: false, hasPhone: true, toldBy: null }
    expect(behalf).toEqual({ ...kept, inProgram: null })
    expect((await scene.worker.call('appeal.info', { id })).behalf).toEqual(kept)
    await scene.worker.call('appeal.accept', { id })
    await scene.district.runJobs()
    expect(await scene.neighbour.call('appeal.info', { id })).toMatchObject({ id, behalf: null })
    const row = scene.district.db.selectFrom('appeal').selectAll().where('id', '=', id)
    const { behalfPhoneEncrypted } = await row.executeTakeFirstOrThrow()
    expect(behalfPhoneEncrypted).not.toContain(MOTHER.phone)
  })

  it('is the person’s own when one resident of the grid has given the number, and they are told so', async () => {
    await mother.call('me.update', { phone: MOTHER.phone })
    const { id } = await file()
    expect(await known(id)).toBe(true)
    expect(await told(mother)).toEqual(['替您提的'])
    expect((await mother.call('appeal.list', { list: 'mine' })).items.map((item) => item.id)).toEqual([id])
    const view = await mother.call('appeal.info', { id })
    expect(view).toMatchObject({ relation: 'own', steps: [{ by: '小王' }] })
    expect((await child.call('appeal.info', { id })).steps[0]?.by).toBe('您')
  })

  it('lets nobody find out by trying whose number is known here', async () => {
    await mother.call('me.update', { phone: MOTHER.phone })
    const { id: _id, number: _n, ...hers } = await file()
    const { id: _other, number: _m, ...nobodys } = await file({ ...MOTHER, phone: '19900008889' })
    expect(hers.behalf).toEqual(nobodys.behalf)
    expect(hers.can).toEqual(nobodys.can)
  })

  it('tells both what becomes of it, also when it is private, and asks both', async () => {
    await mother.call('me.update', { phone: MOTHER.phone })
    const { id } = await child.call('appeal.submit', { ...LAMP, private: true, behalf: MOTHER })
    await scene.worker.call('appeal.accept', { id })
    await scene.worker.call('appeal.finish', { id, ...DONE })
    expect(await told(mother)).toEqual(expect.arrayContaining(['替您提的', '办理中', '已办结']))
    expect(await told(child)).toEqual(expect.arrayContaining(['办理中', '已办结']))
    expect(await told(scene.neighbour)).toEqual([])
    expect((await child.call('appeal.info', { id })).can).toContain('appeal.rate')
    const rated = { id, outcome: 'solved', satisfaction: 'satisfied' } as const
    expect(await mother.call('appeal.rate', rated)).toMatchObject({ status: 'closed' })
    expect((await child.call('appeal.info', { id })).can).not.toContain('appeal.rate')
  })

  it('leaves the person out when two of a house have given the number', async () => {
    await mother.call('me.update', { phone: MOTHER.phone })
    await scene.neighbour.call('me.update', { phone: MOTHER.phone })
    expect(await known((await file()).id)).toBe(false)
  })

  it('knows nobody of another grid, and not who files it themselves', async () => {
    const elsewhere = await scene.district.resident(scene.district.newGrid())
    await elsewhere.call('me.update', { phone: MOTHER.phone })
    expect(await known((await file()).id)).toBe(false)
    await child.call('me.update', { phone: MOTHER.phone })
    expect(await known((await file()).id)).toBe(false)
    expect(await told(elsewhere)).toEqual([])
  })

  it('is done only when the person outside the program was told, too', async () => {
    const { id } = await file()
    await scene.worker.call('appeal.accept', { id })
    const refused = await scene.worker.refused('appeal.finish', { id, ...DONE })
    expect(refused).toMatchObject({
      code: 'INVALID',
      fields: { toldBehalf: '请也告诉王大娘本人,当面说或打电话' },
    })
    const done = await scene.worker.call('appeal.finish', { id, ...DONE, toldBehalf: 'by_phone' })
    expect(done.behalf).toMatchObject({ toldBy: 'by_phone' })
    expect(await scene.worker.refused('appeal.finish', { id, ...DONE, toldBehalf: 'by_bird' })).toMatchObject(
      {
        fields: { toldBehalf: '请选一下怎么告诉他本人的' },
      },
    )
  })

  it('gives the number to those who handle it, and says when there is none', async () => {
    const { id } = await file()
    await scene.worker.call('appeal.accept', { id })
    expect(await scene.worker.call('appeal.call', { id, behalf: true })).toEqual({ phone: MOTHER.phone })
    expect(await scene.worker.refused('appeal.call', { id })).toMatchObject({ reason: 'no_phone' })
    expect(await scene.neighbour.refused('appeal.call', { id, behalf: true })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const silent = await file({ name: '李大爷', consent: 'by_phone' })
    await scene.worker.call('appeal.accept', { id: silent.id })
    const none = await scene.worker.refused('appeal.call', { id: silent.id, behalf: true })
    expect(none.message).toBe('李大爷没有留电话,请在这里回复他')
  })

  it('asks at the field for what is missing', async () => {
    const wrong = { ...LAMP, behalf: { name: '', phone: '12', consent: 'in_group' } }
    const { code, fields } = await child.refused('appeal.submit', wrong)
    expect(code).toBe('INVALID')
    expect(Object.keys(fields ?? {}).sort()).toEqual(['behalf.consent', 'behalf.name', 'behalf.phone'])
  })

  it('comes after the privacy notice, as it is personal data of a third', async () => {
    await scene.district.db
      .updateTable('appUser')
      .set({ privacyVersion: 0 })
      .where('id', '=', child.userId)
      .execute()
    expect(await child.refused('appeal.submit', { ...LAMP, behalf: MOTHER })).toMatchObject({
      reason: 'consent_needed',
    })
  })

  it('is told once and filed once for one key', async () => {
    await mother.call('me.update', { phone: MOTHER.phone })
    const send = () => child.call('appeal.submit', { ...LAMP, behalf: MOTHER }, { key: 'for-my-mother-once' })
    const [first, again] = [await send(), await send()]
    expect(again).toEqual(first)
    const events = await eventsAbout(scene.district.db, first.id)
    expect(events.filter((event) => event === 'appeal.filedFor')).toHaveLength(1)
  })

  it.each(['child', 'mother'] as const)('forgets who it was for when the %s leaves', async (leaver) => {
    await mother.call('me.update', { phone: MOTHER.phone })
    const { id } = await file()
    await (leaver === 'child' ? child : mother).call('me.remove', { confirm: true })
    const row = scene.district.db.selectFrom('appeal').selectAll().where('id', '=', id)
    expect(await row.executeTakeFirst()).toMatchObject({
      behalfName: '',
      behalfPhoneEncrypted: null,
      behalfUserId: null,
    })
  })
})
