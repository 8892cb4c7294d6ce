require('tsx/cjs')
const { cpSync, mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { TestEnvironment } = require('jest-environment-node')
const { startHost } = require('../../support/host')

/** Each file has a host and a filled district of its own: what one does, or how far it turns the clock, is not seen by others. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.dataDir = mkdtempSync(path.join(tmpdir(), 'micro-grid-e2e-'))
    cpSync(process.env.E2E_TEMPLATE, this.dataDir, { recursive: true })
    this.host = await startHost({ dataDir: this.dataDir, args: ['--no-jobs'] })
    this.global.process.env.E2E_URL = this.host.url
  }

  async teardown() {
    await this.host?.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
    await super.teardown()
  }
}
