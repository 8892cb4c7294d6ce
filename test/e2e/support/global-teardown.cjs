const { rmSync } = require('node:fs')

module.exports = async () => {
  const { host, dataDir } = globalThis.e2e
  await host.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
