import path from 'node:path'
import { DirectoryInUse } from './embedded'
import { OptionError, parseOptions } from './host/options'
import { watchRunners } from './host/runner'
import { say } from './host/say'
import { PortInUse } from './host/server'
import { startHost } from './host/start'

/** Milliseconds after which a close that hangs is cut short; the database survives that. */
const CLOSE_MS = 1800

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env)
  let close = () => Promise.resolve()
  let closing = false
  const leave = () => {
    if (closing) {
      process.exit(1)
    }
    closing = true
    setTimeout(() => process.exit(0), CLOSE_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, leave)
  }
  watchRunners(leave)
  say.line('微网格 · 一台电脑上的一个区')
  const host = await startHost(options, path.join(__dirname, '..'), say)
  close = () => host.close()
}

/** What went wrong, in a sentence for whoever typed the command. */
function explain(error: unknown): string {
  if (error instanceof DirectoryInUse) {
    return `这个数据目录正被另一个进程(编号 ${error.pid})使用,两个进程会互相丢数据。请先停掉它,或者用 DATA_DIR=另一个目录 启动。`
  }
  if (error instanceof PortInUse) {
    return `端口 ${error.port} 已被占用。请换一个再启动,例如 PORT=${error.port + 1} npm start。`
  }
  if (error instanceof OptionError) {
    return error.message
  }
  return `没有启动成功:${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
