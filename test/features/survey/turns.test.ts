import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, eventsAbout } from '../../support/records'
import { putInLedger } from '../../support/ledger'
import { surveyInput } from '../../support/surveys'
import { newPoll, type Poll } from './support'

const DAY_MS = 86_400_000

describe('other turns of a survey', () => {
  let district: District
  let poll: Poll

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    poll = await newPoll(district)
  })
  afterAll(() => district.close())

  describe('survey.correct', () => {
    const reason = '第二题写错了'

    it('throws the ballots away uncounted and makes a draft of the next version, which says why', async () => {
      const person = await poll.elector()
      const { id } = await poll.open()
      await poll.cast(person, id, [1])
      const draft = await poll.town.call('survey.correct', { id, reason })
      expect(draft).toMatchObject({ status: 'draft', edition: 2, correction: reason, title: '满意度测评' })
      expect(await person.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
        reason: 'survey_closed',
      })
      await district.runJobs()
      const left = await district.db
        .selectFrom('surveyOpenBallot')
        .select('q1')
        .where('surveyId', '=', id)
        .execute()
      expect([left, await poll.ballots(id)]).toEqual([[], []])
      // A resident hears of the new version when it is open, not while it is written.
      expect(await person.call('survey.info', { id })).not.toHaveProperty('replacedById')
      await poll.town.call('survey.open', { id: draft.id })
      expect(await person.call('survey.info', { id })).toMatchObject({
        status: 'replaced',
        replacedById: draft.id,
      })
      expect(await person.refused('survey.cast', { id: draft.id, edition: 1, answers: [1] })).toMatchObject({
        reason: 'wrong_edition',
      })
      await person.call('survey.cast', { id: draft.id, edition: 2, answers: [1] })
      expect(await eventsAbout(district.db, id)).toEqual(['survey.opened', 'survey.replaced'])
    })

    it('may be repeated, and makes one draft', async () => {
      await poll.phoneless()
      const { id } = await poll.open()
      const first = await poll.town.call('survey.correct', { id, reason })
      expect((await poll.town.call('survey.correct', { id, reason })).id).toBe(first.id)
    })

    it('is for what is open', async () => {
      await poll.phoneless()
      const { id } = await poll.town.call('survey.create', surveyInput(district, [poll.grid]))
      expect(await poll.town.refused('survey.correct', { id, reason })).toMatchObject({
        reason: 'wrong_status',
      })
    })
  })

  describe('survey.publish', () => {
    it('shows the results to who was asked, tells the grids once, and may be repeated', async () => {
      const person = await poll.elector()
      const { id } = await poll.open()
      expect(await poll.town.refused('survey.publish', { id })).toMatchObject({ reason: 'wrong_status' })
      await poll.town.call('survey.close', { id, reason: '够了' })
      expect((await person.call('survey.info', { id })).can).not.toContain('survey.results')
      await poll.town.call('survey.publish', { id })
      await poll.town.call('survey.publish', { id })
      expect((await person.call('survey.info', { id })).can).toContain('survey.results')
      expect(await eventsAbout(district.db, id)).toEqual([
        'survey.opened',
        'survey.sealed',
        'survey.published',
      ])
      await district.runJobs()
      const { items } = await person.call('feed.list', {})
      expect(items.map(({ label }) => label)).toEqual(['结果', '请您评'])
      expect(await auditsAbout(district.db, id)).toContain('survey.published')
    })
  })

  describe('before the end', () => {
    const remindersOf = async (person: Person) =>
      (await person.call('notice.list', {})).items
        .filter(({ label }) => label === '还没评')
        .map(({ body }) => body.slice(-6))

    it('tells each once, however many timers run, and whoever has answered is asked no more', async () => {
      const [one, two] = [await poll.elector(), await poll.elector()]
      const { id } = await poll.open()
      district.clock.advance(6.5 * DAY_MS)
      await Promise.all([district.runJobs(), district.runJobs(), district.runJobs()])
      expect([await remindersOf(one), await remindersOf(two)]).toEqual([['还差您的意见'], ['还差您的意见']])
      await poll.cast(one, id, [1])
      expect([await remindersOf(one), await remindersOf(two)]).toEqual([[], ['还差您的意见']])
    })

    it('reminds, once, those who have not taken part and nobody else', async () => {
      const [done, waiting] = [await poll.elector(), await poll.elector()]
      await poll.phoneless()
      const { id } = await poll.open()
      await poll.cast(done, id, [1])
      await district.runJobs()
      expect((await waiting.call('survey.list', { list: 'mine' })).items).toMatchObject([
        { id, reminded: false },
      ])
      district.clock.advance(6.5 * DAY_MS)
      await district.runJobs()
      await district.runJobs()
      const rows = await district.db
        .selectFrom('surveyReminder')
        .selectAll()
        .where('surveyId', '=', id)
        .execute()
      expect(rows.map(({ userId }) => userId)).toEqual([waiting.userId])
      expect(await remindersOf(waiting)).toEqual(['还差您的意见'])
      expect(await remindersOf(done)).toEqual([])
      expect((await waiting.call('survey.list', { list: 'mine' })).items).toMatchObject([
        { id, reminded: true },
      ])
      await poll.cast(waiting, id, [1])
      expect((await waiting.call('survey.list', { list: 'mine' })).items).toMatchObject([
        { id, reminded: false, standing: 'voted' },
      ])
      // What is done is not asked for any more.
      expect(await remindersOf(waiting)).toEqual([])
    })
  })

  describe('survey.participation', () => {
    it('counts by place inside what the caller looks after, and says nothing of who', async () => {
      const other = await newPoll(district)
      const village = poll.grid.slice(0, 12)
      const [one, two] = [await poll.elector({ name: '李四海' }), await other.elector()]
      await poll.phoneless()
      const { id } = await poll.town.call('survey.create', surveyInput(district, [poll.grid, other.grid]))
      await poll.town.call('survey.open', { id })
      await poll.cast(one, id, [1])
      await other.cast(two, id, [5])
      const secretary = await district.staff('village_secretary', village)
      const seen = await secretary.call('survey.participation', { id })
      expect(
        seen.items.map(({ areaCode, electors, ballots }) => [areaCode, electors, ballots]).sort(),
      ).toEqual(
        [
          [poll.grid, 2, 1],
          [other.grid, 1, 1],
        ].sort(),
      )
      expect(seen.whole).toMatchObject({ electors: 3, ballots: 2 })
      expect(JSON.stringify(seen)).not.toContain('李四海')
      const worker = await district.staff('grid_worker', poll.grid)
      expect((await worker.call('survey.participation', { id })).items).toHaveLength(1)
      expect(await worker.refused('survey.participation', { id, areaCode: other.grid })).toMatchObject({
        code: 'NOT_FOUND',
      })
    })
  })

  describe('survey.create', () => {
    it('is never made by the level that is judged, nor outside its own area', async () => {
      const secretary = await district.staff('village_secretary', poll.grid.slice(0, 12))
      const about = (subject: 'village_organisation' | 'grid_worker') =>
        surveyInput(district, [poll.grid], { subject })
      expect(await secretary.refused('survey.create', about('village_organisation'))).toMatchObject({
        code: 'FORBIDDEN',
      })
      expect(await secretary.call('survey.create', about('grid_worker'))).toMatchObject({ status: 'draft' })
      const elsewhere = surveyInput(district, [district.newGrid('otherVillage')])
      expect(await secretary.refused('survey.create', elsewhere)).toMatchObject({ code: 'NOT_FOUND' })
    })

    it.each<[string, object, Record<string, string>]>([
      ['without a title', { title: ' ' }, { title: '请填写标题' }],
      ['without questions', { questions: [] }, { questions: '请至少写一道题' }],
      [
        'with a place inside another',
        { areaCodes: ['990001001', '990001001001'] },
        { areaCodes: '选的地方有重复,请去掉里面的一处' },
      ],
      ['without an end', { closesAt: '明天' }, { closesAt: '时间不对' }],
      ['for too long', { closesAt: '2999-01-01T00:00:00Z' }, { closesAt: '截止时间太晚了,最多60天' }],
    ])('is refused %s', async (_case, wrong, fields) => {
      const error = await poll.town.refused('survey.create', surveyInput(district, [poll.grid], wrong))
      expect(error).toMatchObject({ code: 'INVALID', fields })
    })

    it('says what is wrong with a question and with the rules', async () => {
      const { rules } = surveyInput(district, [poll.grid])
      const questions = [
        { kind: 'single' as const, text: '选', options: ['甲'], required: true, weight: 5 },
        { kind: 'scale' as const, text: '评', options: [], required: true, weight: 0 },
      ]
      const wrong = { questions, rules: { ...rules, points: [100, 80, 80, 30, 0], minBallots: 3 } }
      const error = await poll.town.refused('survey.create', surveyInput(district, [poll.grid], wrong))
      expect(error.fields).toEqual({
        'questions.0.options': '至少写两个不一样的选项',
        'questions.0.weight': '这种题不计分,权重请填0',
        'rules.points': '分值要一档比一档低',
        'rules.minBallots': '最少10票',
      })
    })
  })

  describe('survey.templates and survey.preview', () => {
    it('give what a survey may begin with, and the sheet as a resident sees it, its rule in one sentence', async () => {
      const { items } = await poll.town.call('survey.templates', {})
      expect(items.map(({ template }) => template)).toEqual([
        'village_organisation',
        'grid_worker',
        'service',
        'blank',
      ])
      const [first] = items
      expect(first?.rules.points).toEqual([100, 80, 60, 30, 0])
      const rules = { ...surveyInput(district, []).rules, quorum: 30, pass: 80 }
      const { id } = await poll.town.call('survey.create', surveyInput(district, [poll.grid], { rules }))
      const paper = await poll.town.call('survey.preview', { id })
      expect(paper.rule).toMatch(
        /^柳11村第\d+网格18岁以上居民每人一票;\d{4}-\d\d-\d\d \d\d:\d\d截止,截止前可以改,以最后一次为准;参加的不到30%,这次结果不算数;满意的达到80%算通过;截止以后才看得到结果,不到10票的地方不公布;各村按得分排名,分不出高低的并列。$/,
      )
      expect(paper.secrecy).toContain('不记名')
      expect(paper).not.toHaveProperty('rules')
    })
  })

  describe('who may vote', () => {
    it.each([
      ['group', 'may'],
      ['worker', 'may'],
      ['self', 'assurance_needed'],
    ] as const)('by how sure we are where they live: %s → %s', async (assurance, standing) => {
      const person = await district.resident(poll.grid, { assurance })
      await putInLedger(district, poll.grid, person)
      const { id } = await poll.open()
      expect(await person.call('survey.info', { id })).toMatchObject({ standing })
    })

    it.each([
      ['not known to the ledger', null, 'not_on_roll'],
      ['too young', '2015-01-01', 'not_asked'],
    ] as const)('%s', async (_case, bornOn, standing) => {
      await poll.phoneless()
      const person = await district.resident(poll.grid)
      if (bornOn !== null) {
        await putInLedger(district, poll.grid, person, { bornOn })
      }
      const { id } = await poll.open()
      expect(await person.call('survey.info', { id })).toMatchObject({ standing })
      expect(await person.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
        code: 'CONFLICT',
        reason: standing,
      })
    })

    it('one ballot a household: the second of the family is told that it is there', async () => {
      const [head, son] = [await district.resident(poll.grid), await district.resident(poll.grid)]
      const family = await putInLedger(district, poll.grid, head)
      await putInLedger(district, poll.grid, son, { with: family, head: false, bornOn: '1995-01-01' })
      const { id } = await poll.open({ audience: 'households' })
      await poll.cast(son, id, [1])
      expect(await head.refused('survey.cast', { id, edition: 1, answers: [2] })).toMatchObject({
        code: 'CONFLICT',
        reason: 'household_voted',
      })
      await poll.cast(son, id, [2])
      expect(
        await district.db
          .selectFrom('surveyOpenBallot')
          .select(['q1', 'band'])
          .where('surveyId', '=', id)
          .execute(),
      ).toEqual([{ q1: 2, band: 45 }])
    })

    it('who has moved out of the village has no say there, and keeps none twice', async () => {
      const person = await poll.elector()
      const { id } = await poll.open()
      await district.db
        .updateTable('membership')
        .set({ areaCode: district.newGrid('otherVillage') })
        .where('userId', '=', person.userId)
        .execute()
      expect(await person.refused('survey.cast', { id, edition: 1, answers: [1] })).toMatchObject({
        code: 'NOT_FOUND',
      })
    })
  })
})
