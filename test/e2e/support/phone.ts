import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { URL } from './district'

/** Milliseconds until something that should show counts as missing. */
const WAIT_MS = 12_000

export interface PhoneOptions {
  openid: string
  opengid?: string
  page?: string
  /** px */
  width?: number
  large?: boolean
}

export interface Phone {
  page: Page
  /** What the browser complained about: errors of scripts and failed requests. */
  complaints: string[]
  button(name: string | RegExp): ReturnType<Page['getByRole']>
  radio(name: string | RegExp): ReturnType<Page['getByRole']>
  /** The box to write in with this label. */
  field(label: string): ReturnType<Page['locator']>
  /** Waits until the words can be seen. */
  sees(words: string | RegExp): Promise<void>
  go(page: string): Promise<void>
  picture(name: string): Promise<void>
  /** By how many pixels the page is wider than the screen. */
  overflow(): Promise<number>
  close(): Promise<void>
}

/** Somebody's phone with the program open, as from the grid group when `opengid` is given. */
export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const { openid, opengid, page: start = 'pages/home/index', width = 375, large = false } = options
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MS)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text())
    }
  })
  const launch = new URLSearchParams({
    openid,
    ...(opengid !== undefined && { opengid }),
    ...(large && { large: '1' }),
  })
  const address = (to: string) => `${URL}/h5/?${launch.toString()}#/${to}`
  const settle = () => page.waitForLoadState('networkidle')
  // Pages that were left stay in the document, hidden; only what is seen counts.
  const visible = (role: 'button' | 'radio', name: string | RegExp) =>
    page
      .getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) })
      .locator('visible=true')
      .first()
  await page.goto(address(start))
  await settle()
  return {
    page,
    complaints,
    button: (name) => visible('button', name),
    radio: (name) => visible('radio', name),
    field: (label) =>
      page.locator(`:is(textarea, input)[aria-label="${label}"]`).locator('visible=true').first(),
    async sees(words) {
      await page.getByText(words).locator('visible=true').first().waitFor()
    },
    async go(to) {
      await page.goto('about:blank')
      await page.goto(address(to))
      await settle()
    },
    overflow: () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    async picture(name) {
      await page.screenshot({ path: path.join(process.env.E2E_SCREENSHOTS ?? '.', `${name}.png`) })
    },
    close: () => context.close(),
  }
}
