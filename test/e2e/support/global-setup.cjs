require('tsx/cjs')
const { existsSync, mkdtempSync, rmSync, mkdirSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const ROOT = path.join(__dirname, '../../..')

/** One host for all files: a first start fills a whole district. */
module.exports = async () => {
  if (!existsSync(path.join(ROOT, 'dist/h5/index.html'))) {
    throw new Error('dist/h5 is missing: run `npm run build:h5` first')
  }
  const { startHost } = require('../../support/host')
  const screenshots = path.join(ROOT, 'test/e2e/screenshots')
  rmSync(screenshots, { recursive: true, force: true })
  mkdirSync(screenshots, { recursive: true })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'micro-grid-e2e-'))
  const host = await startHost({ dataDir, args: ['--no-jobs'] })
  process.env.E2E_URL = host.url
  process.env.E2E_SCREENSHOTS = screenshots
  globalThis.e2e = { host, dataDir }
}
