/** What jsdom lacks and the mini program's runtime has. */
const { TextDecoder, TextEncoder } = require('node:util')

globalThis.TextEncoder ??= TextEncoder
globalThis.TextDecoder ??= TextDecoder
globalThis.setImmediate ??= (run, ...args) => setTimeout(run, 0, ...args)
