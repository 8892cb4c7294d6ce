import type { ActivityView, MySignupView, SignupView } from '~/types/activity'
import { GRID, me } from './support/answers'
import { startProgram } from './support/program'

const ID = '00000000-0000-4000-8000-000000000051'
const SHIFT = '00000000-0000-4000-8000-000000000052'
const SIGNUP = '00000000-0000-4000-8000-000000000053'
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const TIMES = { startsAt: inHours(0.5), endsAt: inHours(1.5) }

const signup = (change: Partial<SignupView> = {}): SignupView => ({
  ...{ id: SIGNUP, shiftId: SHIFT, name: '测试居民', self: true, status: 'going' },
  can: ['activity.cancel', 'activity.checkIn'],
  ...change,
})
const activity = (mine: SignupView[]): ActivityView => ({
  ...{ id: ID, kind: 'snow', title: '雪后清扫村主路', words: '路上滑,一起扫一扫。', status: 'published' },
  ...{ area: GRID, place: '村委会门口', bring: '', skills: '', contact: '李师傅', phone: '19900002222' },
  ...{ minAge: 8, maxAge: 120, partyOnly: false, risky: false, insurance: '', organiserName: '李师傅' },
  ...{ neighbours: [], going: mine.length, partyMembers: 0, reason: '', can: [] },
  shifts: [
    {
      id: SHIFT,
      ...TIMES,
      ...{ capacity: 3, left: 3 - mine.length, waiting: 0, cancelUntil: inHours(0.2), mine },
    },
  ].map((shift) => ({ ...shift, can: mine.length === 0 ? ['activity.signUp' as const] : [] })),
})
const ofMine = (one: SignupView): MySignupView => ({
  ...one,
  ...{ activityId: ID, title: '雪后清扫村主路', kind: 'snow', areaName: '第3网格', place: '村委会门口' },
  ...TIMES,
})

describe('volunteering in the built mini program', () => {
  let mine: SignupView[] = []
  let online = true
  const proofs: unknown[] = []
  const program = startProgram({
    'me.enter': () => me(),
    'activity.info': () => activity(mine),
    'activity.mine': () => ({ signups: mine.map(ofMine) }),
    'activity.signUp': () => {
      mine = [signup()]
      return ofMine(signup())
    },
    'activity.checkIn': ({ proof }: { proof: unknown }) => {
      if (!online) {
        throw new Error('request:fail')
      }
      proofs.push(proof)
      mine = [signup({ status: 'arrived', arrivedAt: inHours(0), can: ['activity.checkOut'] })]
      return ofMine(mine[0] as SignupView)
    },
  })
  const scans = (code: string) =>
    Object.assign((globalThis as unknown as { wx: object }).wx, {
      scanCode: ({ success }: { success(reply: object): void }) => success({ result: code }),
    })

  it('is signed up for by one tap', async () => {
    const page = await program.open('features/activity/detail/index', { id: ID })
    expect(page.text()).toContain('还差 3 人')
    await page.tap('报名')
    expect(program.calls.filter(({ action }) => action === 'activity.signUp')).toMatchObject([
      { input: { shiftId: SHIFT } },
    ])
    expect(page.text()).toContain('签到')
  })

  it('goes into the phone’s calendar with an hour’s notice', async () => {
    const page = await program.open('features/activity/mine/index')
    await page.tap('加到日历')
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'addPhoneCalendar',
        options: expect.objectContaining({
          ...{ title: '雪后清扫村主路', location: '村委会门口', alarmOffset: 3600 },
          startTime: Math.floor(Date.parse(TIMES.startsAt) / 1000),
        }),
      }),
    )
  })

  it('keeps a scan made without a network, with its time, and delivers it later', async () => {
    online = false
    scans('12345678')
    const at = Date.now()
    const page = await program.open('features/activity/check/index', {
      id: SIGNUP,
      action: 'activity.checkIn',
    })
    await page.tap('扫组织者的码')
    for (let n = 0; n < 40 && !page.text().includes('已记下'); n += 1) {
      await page.settle()
    }
    expect(page.text()).toContain('现在没有网络,这次签到已记下')
    expect(proofs).toEqual([])
    online = true
    const later = await program.open('features/activity/mine/index')
    await later.settle()
    expect(proofs).toEqual([{ by: 'code', code: '12345678', at: expect.any(String) as string }])
    const scanned = Date.parse((proofs[0] as { at: string }).at)
    expect(scanned).toBeGreaterThanOrEqual(at - 1000)
    expect(scanned).toBeLessThanOrEqual(Date.now())
    expect(later.text()).toContain('已签到')
    expect(later.text()).not.toContain('还没传上去')
  })
})
