/**
 * What the platform does inside an instance: loads the function's entry once, then takes one event after the other,
 * with the environment of each call set before it. Runs in the function's own folder, with nothing of the project.
 */
const path = require('node:path')

const entry = path.join(process.cwd(), 'index.js')
const clone = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

let main
try {
  main = require(entry).main
  process.send({ loaded: typeof main === 'function' })
} catch (error) {
  process.send({ loaded: false, error: String(error.message) })
}

process.on('message', ({ id, event, context, env }) => {
  Object.assign(process.env, env)
  Promise.resolve()
    .then(() => main(event, context))
    .then(
      (result) => process.send({ id, result: clone(result) }),
      (error) => process.send({ id, error: String(error.stack) }),
    )
})
