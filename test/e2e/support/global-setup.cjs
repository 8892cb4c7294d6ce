require('tsx/cjs')
const { existsSync, mkdtempSync, rmSync, mkdirSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const ROOT = path.join(__dirname, '../../..')

/** Fills a whole district once; each file starts a host of its own on a copy (environment.cjs). */
module.exports = async () => {
  if (!existsSync(path.join(ROOT, 'dist/h5/index.html'))) {
    throw new Error('dist/h5 is missing: run `npm run build:h5` first')
  }
  const { nextMorning } = require('../../support/morning')
  const { startHost } = require('../../support/host')
  const screenshots = path.join(ROOT, 'test/e2e/screenshots')
  rmSync(screenshots, { recursive: true, force: true })
  mkdirSync(screenshots, { recursive: true })
  const template = mkdtempSync(path.join(tmpdir(), 'micro-grid-e2e-'))
  const latest = nextMorning().getTime()
  writeFileSync(path.join(template, 'clock.json'), JSON.stringify({ offsetMs: latest - Date.now(), latest }))
  const host = await startHost({ dataDir: template, args: ['--no-jobs'] })
  await host.stop()
  process.env.E2E_TEMPLATE = template
  process.env.E2E_SCREENSHOTS = screenshots
}
