import { sql } from 'kysely'
import type { Person } from '../../support/district'
import { at, makeAreas, searchFor, takeSearchers } from '../../support/searches'
import { publish, signUp, statusOf } from '../activity/support'
import { ask, askAndTake, openScene, type Scene } from '../help/support'
import { offerPost } from '../party/support'

const FAMILY = '郑家人'
const WORDS = '我家有两米的梯子,晚上来拿'

describe('what the features keep about a person', () => {
  let scene: Scene
  let person: Person
  beforeEach(async () => {
    scene = await openScene()
    person = await scene.district.resident(scene.grid, { name: '郑测试', phone: '19900003311' })
  })
  afterEach(() => scene.district.close())

  const exported = async () => {
    const { sections } = await person.call('me.export', {})
    return new Map(sections.map(({ title, lines }) => [title, lines.map(({ value }) => value)]))
  }
  /** Tables in which the words stand somewhere. */
  const tablesWith = async (words: string) => {
    const { db } = scene.district
    const { rows } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(db)
    const found: string[] = []
    for (const { name } of rows) {
      const hit = await sql`
        SELECT 1 FROM ${sql.table(name)} AS t WHERE position(${words} in t::text) > 0 LIMIT 1`.execute(db)
      found.push(...hit.rows.map(() => name))
    }
    return found
  }

  describe('service', () => {
    it('is shown; a place that is still to come goes to who waits, and names of the family go', async () => {
      const activity = await publish(scene.district, scene.worker)
      const own = await signUp(person, activity)
      await signUp(person, activity, { who: { name: FAMILY, bornOn: '1990-03-04' } })
      const waiting = await signUp(scene.neighbour, activity)
      expect(await statusOf(scene.district, waiting.id)).toBe('waiting')
      const kept = await exported()
      expect(kept.get('您报名的志愿服务')).toEqual([activity.title])
      expect(kept.get('您替家人报名时写的')).toEqual(['1990-03-04'])
      await person.call('me.remove', { confirm: true })
      expect(await statusOf(scene.district, own.id)).toBe('cancelled')
      expect(await statusOf(scene.district, waiting.id)).toBe('offered')
      expect(await tablesWith(FAMILY)).toEqual([])
    })

    it('keeps its organiser until the activity is over', async () => {
      const activity = await person.call('activity.create', {
        ...{
          kind: 'snow',
          title: '扫雪',
          words: '一起扫扫',
          place: '村口',
          contact: '郑测试',
          phone: '19900003311',
        },
        shifts: [{ startsAt: at8(1), endsAt: at8(3), capacity: 3 }],
      })
      expect(await person.refused('me.remove', { confirm: true })).toMatchObject({ reason: 'has_activities' })
      await person.call('activity.callOff', { id: activity.id, reason: '要搬家了' })
      await person.call('me.remove', { confirm: true })
      expect(await tablesWith('郑测试')).toEqual([])
    })
  })

  it('party check-in goes altogether', async () => {
    const postId = await offerPost(scene.village)
    await person.call('party.checkIn', { organisation: '测试支部甲', postIds: [postId] })
    const kept = await exported()
    expect(kept.get('您的党员报到')).toEqual(['测试支部甲'])
    expect(kept.get('您认领的岗位')).toHaveLength(1)
    await person.call('me.remove', { confirm: true })
    expect(await tablesWith('测试支部甲')).toEqual([])
  })

  it('help: nobody waits for somebody who has left', async () => {
    const own = await ask({ ...scene, asker: person })
    const other = await askAndTake({ ...scene, neighbour: person })
    await person.call('help.able', { kinds: ['lend'], times: [], reach: 'grid', words: WORDS })
    const kept = await exported()
    expect(kept.get('您请邻居帮的忙')).toHaveLength(1)
    expect(kept.get('您帮过的忙')).toHaveLength(1)
    expect(kept.get('您说过能帮的')).toEqual([WORDS])
    await person.call('me.remove', { confirm: true })
    const rows = await scene.district.db
      .selectFrom('help')
      .select(['id', 'status', 'helperId'])
      .where('id', 'in', [own, other])
      .execute()
    expect(rows).toContainEqual({ id: own, status: 'cancelled', helperId: null })
    expect(rows).toContainEqual({ id: other, status: 'open', helperId: null })
    expect(await tablesWith(WORDS)).toEqual([])
  })

  it('posts lose their words, and others still read what was answered', async () => {
    const target = { kind: 'help', id: await ask(scene) } as const
    await person.call('thread.post', { target, words: WORDS })
    await scene.asker.call('thread.post', { target, words: '太好了' })
    expect((await exported()).get('您的跟帖')).toEqual([WORDS])
    await person.call('me.remove', { confirm: true })
    const { items } = await scene.asker.call('thread.list', { target })
    expect(items.map(({ words, hidden }) => [words, hidden])).toContainEqual(['', true])
    expect(items.map(({ words }) => words)).toContain('太好了')
    expect(await tablesWith(WORDS)).toEqual([])
  })

  it('a search goes on without the witness’s number', async () => {
    const { district } = scene
    await makeAreas(district.db)
    const people = await takeSearchers(district)
    person = people.neighbour
    const id = await searchFor(district, people)
    const sighting = {
      id,
      self: true,
      seenAt: new Date(district.clock.now().getTime() - 600_000).toISOString(),
    }
    await person.call('missing.sight', {
      ...sighting,
      areaCode: at(1, 1, 1),
      words: '推着车',
      phone: '19900004321',
    })
    await person.call('missing.search', { id, street: '河边小路' })
    const kept = await exported()
    expect(kept.get('您报的线索')).toEqual(['推着车'])
    expect(kept.get('您去找过的地方')).toEqual(['河边小路'])
    await person.call('me.remove', { confirm: true })
    const row = await district.db
      .selectFrom('missingSighting')
      .select(['words', 'phone'])
      .where('missingId', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ words: '推着车', phone: null })
    const view = await people.worker.call('missing.info', { id })
    expect(view.status).toBe('searching')
  })

  const at8 = (hours: number) =>
    new Date(scene.district.clock.now().getTime() + (24 + hours) * 3_600_000).toISOString()
})
