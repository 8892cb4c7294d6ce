import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of the system, or the one that CHROMIUM names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find(
    (place) => place !== '' && existsSync(place),
  )
  if (executablePath === undefined) {
    throw new Error('no Chromium found: install it (apt-get install chromium) or set CHROMIUM to its path')
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
}
