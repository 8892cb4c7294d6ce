/**
 * Test environment that keeps one PGlite instance for each jest worker. This file is loaded once a worker, outside
 * the sandbox of the single test files, so the instance outlives them.
 */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

let pglite
let grids = 0

function newPglite(options = {}) {
  const { PGlite } = require('@electric-sql/pglite')
  const { btree_gist } = require('@electric-sql/pglite/contrib/btree_gist')
  return new PGlite({ ...options, extensions: { btree_gist } })
}

async function openEmbedded() {
  const dump = readFileSync(path.join(__dirname, '../.tmp/template.tar'))
  const instance = newPglite({ loadDataDir: new Blob([dump]) })
  await instance.waitReady
  return instance
}

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    // Files of one worker share its database, so they also share the count of the grids that are taken.
    this.global.takeGridNumber = () => (grids += 1)
    this.global.newPglite = newPglite
    if (process.env.TEST_DATABASE_URL === undefined) {
      pglite ??= openEmbedded()
      this.global.testPglite = await pglite
    }
  }
}
