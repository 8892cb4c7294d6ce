const { rmSync } = require('node:fs')

module.exports = () => {
  rmSync(process.env.E2E_TEMPLATE, { recursive: true, force: true })
}
