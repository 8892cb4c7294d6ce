/**
 * Test environment in which each test file has a district of its own, made from one template: what a file leaves
 * behind can neither be counted by another nor slow its timers down. The embedded database is opened here, outside
 * the sandbox of the test files, in which it cannot load its parts, and only for files that ask for it.
 */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

function newPglite(options = {}) {
  const { PGlite } = require('@electric-sql/pglite')
  const { btree_gist } = require('@electric-sql/pglite/contrib/btree_gist')
  return new PGlite({ ...options, extensions: { btree_gist } })
}

async function openTemplate() {
  const dump = readFileSync(path.join(__dirname, '../.tmp/template.tar'))
  const instance = newPglite({ loadDataDir: new Blob([dump]) })
  await instance.waitReady
  return instance
}

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.newPglite = newPglite
    this.global.openTestPglite = () => (this.pglite ??= openTemplate())
  }

  async teardown() {
    await (await this.pglite)?.close()
    await super.teardown()
  }
}
