/**
 * Makes the database template once: migrations and a small district. PGlite workers start from its dump; on a server
 * each worker clones the template database.
 */
const { execFileSync } = require('node:child_process')
const path = require('node:path')

module.exports = () => {
  const tsx = path.join(path.dirname(require.resolve('tsx/package.json')), 'dist/cli.mjs')
  execFileSync(process.execPath, [tsx, path.join(__dirname, 'template.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
