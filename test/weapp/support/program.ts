import path from 'node:path'
import type { Action, ApiReply } from '~/types/api'

const dist = path.join(__dirname, '../../../dist/weapp')

/** What the faked cloud answers to an action. */
export type Answers = Partial<Record<Action, (input: never) => unknown>>

/** An answer that refuses, with the words for each wrong field. */
class Refused {
  constructor(readonly reply: ApiReply) {}
}
export function refusal(fields: Record<string, string>): Refused {
  const error = { code: 'INVALID', message: Object.values(fields)[0] ?? '', fields, requestId: 'r' } as const
  return new Refused({ ok: false, error })
}
const gone: ApiReply = {
  ok: false,
  error: { code: 'NOT_FOUND', message: '没有找到这件诉求,可能已经撤下了', requestId: 'r' },
}
/** What the cloud would reply: undefined stands for what is not there. */
function replyOf(answer: unknown): ApiReply {
  if (answer instanceof Refused) {
    return answer.reply
  }
  return answer === undefined ? gone : ({ ok: true, data: answer } as ApiReply)
}

export interface Program {
  /** Every call of the event function, in order. */
  calls: { action: Action; input: unknown; key?: string }[]
  /** What was asked of WeChat's other interfaces: navigateTo, makePhoneCall … */
  asked: { api: string; options: Record<string, unknown> }[]
  open(page: string, query?: Record<string, string>): Promise<OpenPage>
}
export interface OpenPage {
  text(): string
  html(): string
  /** Taps the first element whose own text is exactly this. */
  tap(text: string): Promise<void>
  /** Writes into the n-th field of the page. */
  type(index: number, value: string): Promise<void>
  settle(): Promise<void>
}

interface SimulatedNode {
  dom: HTMLElement
  dispatchEvent(name: string, options?: { bubbles?: boolean; composed?: boolean; detail?: object }): void
}
interface SimulatedComponent extends SimulatedNode {
  attach(parent: Node): void
  querySelectorAll(selector: string): SimulatedNode[]
}
interface Simulate {
  load(path: string, tag: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string): SimulatedComponent
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** WeChat's global object: what the bundle touches, the rest throws by being absent. */
function fakeWx(program: Program, answers: Answers) {
  const storage = new Map<string, unknown>()
  const ask =
    (api: string) =>
    (options: Record<string, unknown> = {}) => {
      program.asked.push({ api, options })
      ;(options.success as ((result: object) => void) | undefined)?.({ errMsg: `${api}:ok` })
      ;(options.complete as ((result: object) => void) | undefined)?.({ errMsg: `${api}:ok` })
      return undefined
    }
  const asks = [
    'navigateTo',
    'redirectTo',
    'switchTab',
    'navigateBack',
    'showToast',
    'makePhoneCall',
    'addPhoneCalendar',
    'previewImage',
    'setNavigationBarTitle',
    'nextTick',
    'pageScrollTo',
    'hideKeyboard',
  ]
  return {
    ...Object.fromEntries(asks.map((api) => [api, ask(api)])),
    nextTick: (run: () => void) => setTimeout(run, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getAppBaseInfo: () => ({ fontSizeScaleFactor: 1, SDKVersion: '3.7.8' }),
    getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
    getSystemInfoSync: () => ({
      statusBarHeight: 44,
      windowWidth: 375,
      windowHeight: 812,
      pixelRatio: 2,
      platform: 'ios',
    }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getLaunchOptionsSync: () => ({ scene: 1008, query: {}, path: '' }),
    getEnterOptionsSync: () => ({ scene: 1008, query: {}, path: '' }),
    getGroupEnterInfo: ({ success }: { success(reply: object): void }) =>
      success({ cloudID: 'cloud-id-of-the-group' }),
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    onError: () => undefined,
    onUnhandledRejection: () => undefined,
    createSelectorQuery: () => ({
      select: () => ({ boundingClientRect: () => ({ exec: () => undefined }) }),
    }),
    canIUse: () => true,
    env: { USER_DATA_PATH: '/tmp' },
    cloud: {
      init: () => undefined,
      CloudID: (id: string) => ({ __cloudID: id }),
      callFunction: async ({ data }: { data: { action: Action; input: never; key?: string } }) => {
        program.calls.push(data)
        const answer = answers[data.action]
        const result: ApiReply =
          answer === undefined
            ? {
                ok: false,
                error: { code: 'INTERNAL', message: `no answer for ${data.action}`, requestId: 'r' },
              }
            : replyOf(await answer(data.input))
        return { result }
      },
    },
  }
}

/** Starts the built program in the runtime, with a cloud that answers as given. */
export function startProgram(answers: Answers): Program {
  const program: Program = { calls: [], asked: [], open }
  const pages: object[] = []
  const world = globalThis as unknown as Record<string, unknown>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- no types are shipped, and it must load after jsdom
  const simulate = require('miniprogram-simulate') as Simulate
  world.wx = Object.assign((world.wx as object | undefined) ?? {}, fakeWx(program, answers))
  world.App = (app: object) => void (world.theApp = app)
  world.getApp = () => world.theApp
  world.getCurrentPages = () => pages
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the bundle is CommonJS that registers itself
  require(path.join(dist, 'app.js'))
  const start = { path: 'pages/home/index', query: {}, scene: 1008 }
  ;(world.theApp as { onLaunch?(options: object): void }).onLaunch?.(start)

  const loaded = new Map<string, string>()
  let asked: Record<string, string> = {}
  async function open(page: string, query: Record<string, string> = {}): Promise<OpenPage> {
    world.Page = (config: PageConfig) =>
      (world.Component as (component: object) => void)(asComponent(config, page, () => asked, pages))
    asked = query
    // A bundle registers itself once; opening the page again makes another instance of it.
    const id =
      loaded.get(page) ??
      simulate.load(path.join(dist, page), 'main', { rootPath: dist, compiler: 'official' })
    loaded.set(page, id)
    const rendered = simulate.render(id)
    const parent = document.createElement('div')
    document.body.appendChild(parent)
    rendered.attach(parent)
    const opened = handle(rendered, parent)
    await opened.settle()
    return opened
  }
  return program
}

type PageConfig = { data?: object } & Record<string, unknown>
type Life = Record<string, ((this: unknown, options?: unknown) => void) | undefined>

/** The runtime loads components only, so a page becomes one that lives through a page's life. */
function asComponent(
  config: PageConfig,
  route: string,
  query: () => Record<string, string>,
  pages: object[],
): object {
  const { data = {}, ...rest } = config
  const life = rest as Life
  return {
    data,
    methods: Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function')),
    lifetimes: {
      attached(this: object) {
        pages.push(Object.assign(this, { route, options: query() }))
        life.onLoad?.call(this, query())
      },
      ready(this: object) {
        life.onShow?.call(this)
        life.onReady?.call(this)
      },
    },
  }
}

/** Classes of what can be tapped; elements are found by class, since ids are not in the simulated document. */
const TAPPABLE =
  '.button, .card, .chips__chip, .choice, .row, .tiles__tile, .tabbar__tab, .switchrow, .hero__switch'.split(
    ', ',
  )

function handle(page: SimulatedComponent, parent: HTMLElement): OpenPage {
  const settle = async () => {
    for (let n = 0; n < 12; n += 1) {
      await pause(25)
    }
  }
  const found = (selectors: string[]) => selectors.flatMap((selector) => page.querySelectorAll(selector))
  return {
    text: () => parent.textContent ?? '',
    html: () => parent.innerHTML,
    settle,
    async tap(text) {
      const target = found(TAPPABLE).find((node) => (node.dom.textContent ?? '').includes(text))
      if (target === undefined) {
        throw new Error(`nothing to tap says “${text}” in: ${(parent.textContent ?? '').slice(0, 400)}`)
      }
      target.dispatchEvent('tap', { bubbles: true, composed: true })
      await settle()
    },
    async type(index, value) {
      const field = found(['.textarea__input', '.textinput'])[index]
      if (field === undefined) {
        throw new Error(`no field ${index}`)
      }
      field.dispatchEvent('input', { detail: { value } })
      await settle()
    },
  }
}
