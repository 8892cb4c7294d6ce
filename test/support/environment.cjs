/**
 * Test environment that keeps one PGlite instance for each jest worker. This file is loaded once a worker, outside
 * the sandbox of the single test files, so the instance outlives them.
 */
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

let pglite
let grids = 0

async function openEmbedded() {
  const { PGlite } = require('@electric-sql/pglite')
  const { btree_gist } = require('@electric-sql/pglite/contrib/btree_gist')
  const dump = readFileSync(path.join(__dirname, '../.tmp/template.tar'))
  const instance = new PGlite({ loadDataDir: new Blob([dump]), extensions: { btree_gist } })
  await instance.waitReady
  return instance
}

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    // Files of one worker share its database, so they also share the count of the grids that are taken.
    this.global.takeGridNumber = () => (grids += 1)
    if (process.env.TEST_DATABASE_URL === undefined) {
      pglite ??= openEmbedded()
      this.global.testPglite = await pglite
    }
  }
}
