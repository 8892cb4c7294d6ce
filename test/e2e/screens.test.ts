import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { PersonView } from '~/local/host/views'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs } from './support/district'
import { openPhone } from './support/phone'
import { castBallot, draftSurvey, openSurvey } from './support/survey'

const GRID = '110117111207003'
const WIDTHS = [320, 375, 430]
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

type Who = 'resident' | 'neighbour' | 'worker' | 'secretary' | 'officer' | 'leader'
/** Number and name of the picture, who holds the phone, which page, with which query. */
type Screen = [name: string, who: Who, page: string, query?: (ids: Ids) => string]
interface Ids {
  open: string
  done: string
  survey: string
  draft: string
  evaluation: string
}

const SCREENS: Screen[] = [
  ['1-home', 'resident', 'pages/home/index'],
  ['2-submit', 'resident', 'features/appeal/form/index'],
  ['3-progress', 'resident', 'features/appeal/detail/index', ({ open }) => `id=${open}`],
  ['3-progress-done', 'resident', 'features/appeal/detail/index', ({ done }) => `id=${done}`],
  ['4-rate', 'resident', 'features/appeal/rate/index', ({ done }) => `id=${done}`],
  ['feed', 'resident', 'pages/feed/index'],
  ['matters', 'resident', 'pages/matters/index'],
  ['me', 'resident', 'pages/me/index'],
  ['me-profile', 'resident', 'features/me/profile/index'],
  ['me-privacy', 'resident', 'features/me/privacy/index'],
  ['me-data', 'resident', 'features/me/data/index'],
  ['choose-grid', 'resident', 'features/area/choose/index'],
  ['7-workbench', 'worker', 'pages/matters/index'],
  ['7-case', 'worker', 'features/appeal/detail/index', ({ open }) => `id=${open}`],
  ['7-finish', 'worker', 'features/appeal/handle/index', ({ open }) => `id=${open}&action=appeal.finish`],
  ['7-escalate', 'worker', 'features/appeal/handle/index', ({ open }) => `id=${open}&action=appeal.escalate`],
  ['7-contact', 'worker', 'features/appeal/handle/index', ({ open }) => `id=${open}&action=appeal.contact`],
  ['7-capture', 'worker', 'features/appeal/capture/index'],
  [
    '7-hand-over',
    'worker',
    'features/appeal/handle/index',
    ({ open }) => `id=${open}&action=appeal.handOver`,
  ],
  ['16-whistle', 'officer', 'features/appeal/handle/index', ({ open }) => `id=${open}&action=appeal.whistle`],
  [
    '7-call-back',
    'secretary',
    'features/appeal/handle/index',
    ({ done }) => `id=${done}&action=appeal.callBack`,
  ],
  ['month', 'resident', 'features/appeal/month/index'],
  ['7-cases', 'worker', 'features/appeal/list/index'],
  ['members', 'worker', 'features/staff/members/index'],
  ['bind-group', 'worker', 'features/group/bind/index'],
  ['staff', 'secretary', 'features/staff/list/index'],
  ['staff-give', 'leader', 'features/staff/form/index'],
  ['settings', 'leader', 'features/setting/list/index'],
  ['setting-terms', 'leader', 'features/setting/form/index', () => 'name=appeal.terms'],
  ['surveys', 'resident', 'features/survey/list/index'],
  ['survey', 'resident', 'features/survey/detail/index', ({ survey }) => `id=${survey}`],
  ['4-survey', 'resident', 'features/survey/cast/index', ({ survey }) => `id=${survey}`],
  ['survey-receipt', 'neighbour', 'features/survey/receipt/index', ({ survey }) => `id=${survey}`],
  ['survey-receipts', 'resident', 'features/survey/receipts/index', ({ survey }) => `id=${survey}`],
  ['surveys-made', 'officer', 'features/survey/list/index', () => 'list=made'],
  ['survey-draft', 'officer', 'features/survey/detail/index', ({ draft }) => `id=${draft}`],
  ['survey-open', 'officer', 'features/survey/detail/index', ({ survey }) => `id=${survey}`],
  ['survey-form', 'officer', 'features/survey/form/index', ({ draft }) => `id=${draft}`],
  ['survey-preview', 'officer', 'features/survey/preview/index', ({ draft }) => `id=${draft}`],
  ['survey-part', 'officer', 'features/survey/participation/index', ({ survey }) => `id=${survey}`],
  ['evaluations', 'officer', 'features/evaluation/list/index'],
  ['evaluation', 'resident', 'features/evaluation/detail/index', ({ evaluation }) => `id=${evaluation}`],
  [
    'evaluation-village',
    'resident',
    'features/evaluation/village/index',
    ({ evaluation }) => `id=${evaluation}&areaCode=${GRID.slice(0, 12)}`,
  ],
  ['evaluation-form', 'officer', 'features/evaluation/form/index'],
  ['setting-community', 'leader', 'features/setting/form/index', () => 'name=appeal.community'],
  ['setting-templates', 'leader', 'features/setting/form/index', () => 'name=appeal.templates'],
  ['workbench-town', 'officer', 'pages/matters/index'],
  ['15-empty', 'officer', 'pages/matters/index'],
]

/** What a person with weak eyes or thick fingers would stumble over. */
async function stumbles(page: Page, large: boolean): Promise<string[]> {
  const control = large ? 60 : 44
  return page.evaluate((min) => {
    const shown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0
    const name = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 12)
    const found: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth) {
      found.push(`wider than the screen: ${document.documentElement.scrollWidth}`)
    }
    for (const element of document.querySelectorAll('[role=button],[role=radio],[role=switch],[role=tab]')) {
      const { height, width, right } = element.getBoundingClientRect()
      const least = element.matches('.button--big, .button--middle, .actionbar *') ? min : 44
      if (shown(element) && (height < least - 0.5 || width < 43.5)) {
        found.push(`too small for a finger: ${name(element)} ${Math.round(width)}×${Math.round(height)}`)
      }
      if (shown(element) && right > window.innerWidth + 0.5) {
        found.push(`beyond the edge: ${name(element)}`)
      }
    }
    for (const element of document.querySelectorAll('taro-view-core, taro-text-core, taro-button-core')) {
      const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX)
      if (shown(element) && hides && element.scrollWidth > element.clientWidth + 1) {
        found.push(`cut off: ${name(element)}`)
      }
    }
    return found
  }, control)
}

/**
 * Violations of WCAG A and AA that axe finds in the page that is shown. Left out: that the scrolled region takes the
 * keyboard (a phone has none), and NutUI's switch, which is only drawn inside our own row with the role.
 */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }).axe.run(
      { exclude: [['.nut-switch']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
        rules: { 'scrollable-region-focusable': { enabled: false } },
      },
    ),
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}

describe('every screen', () => {
  let browser: Browser
  let people: Record<Who, PersonView>
  const ids: Ids = { open: '', done: '', survey: '', draft: '', evaluation: '' }

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 8)
    const { resident, worker } = people
    const submit = (text: string) =>
      call(resident.openid, 'appeal.submit', { text, urgency: 'soon', areaCode: GRID })
    ids.evaluation = (await call(resident.openid, 'evaluation.list', {})).items[0]?.id ?? ''
    ids.open = (await submit('村东头第二个路灯坏了三天,晚上老人出门看不见路')).id
    ids.done = (await submit('门口下水井盖松了,车一过就响')).id
    await call(worker.openid, 'appeal.accept', { id: ids.open })
    await call(worker.openid, 'appeal.accept', { id: ids.done })
    await call(worker.openid, 'appeal.finish', {
      id: ids.done,
      words: '已换新井盖,请放心走。',
      withoutPicture: '没有能拍的东西',
    })
    ids.draft = await draftSurvey(people.officer.openid, GRID)
    ids.survey = await openSurvey(people.officer.openid, GRID)
    await castBallot(people.neighbour.openid, ids.survey)
    await submit('小区门口的垃圾桶满了两天没人收')
    await runJobs()
  })
  afterAll(() => browser.close())

  describe.each([
    ['normal type', false],
    ['large type', true],
  ])('in %s', (_name, large) => {
    it.each(SCREENS.map(([name, who, page, query]) => ({ name, who, page, query })))(
      '$name can be read and tapped at 320, 375 and 430 px',
      async ({ name, who, page, query }) => {
        const phone = await openPhone(browser, {
          openid: people[who].openid,
          page: query === undefined ? page : `${page}?${query(ids)}`,
          width: 320,
          large,
          ...(name === 'bind-group' && { opengid: `unbound-${large}` }),
        })
        const found: string[] = []
        for (const width of WIDTHS) {
          await phone.page.setViewportSize({ width, height: 800 })
          await phone.page.waitForTimeout(100)
          await phone.picture(`${name}-${width}${large ? '-large' : ''}`)
          found.push(...(await stumbles(phone.page, large)).map((line) => `${width}: ${line}`))
        }
        found.push(...(await violations(phone.page)))
        expect(found).toEqual([])
        expect(phone.complaints).toEqual([])
        await phone.close()
      },
    )
  })
})
