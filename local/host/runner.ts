import { readFileSync } from 'node:fs'

/** Milliseconds between looks at the runners. */
const LOOK_MS = 1000
/** Commands that exist only to run this host: npm, the shell it starts, tsx. */
const RUNNER = /local\/main\.ts|^npm (start|run)/

interface Process {
  pid: number
  parent: number
  command: string
}

/**
 * Calls `onGone` when npm, its shell or tsx in front of us was killed without telling us: nobody could stop us any
 * more, and the data directory would stay taken. A login shell that ends is no reason, since the host may have been
 * left running on purpose.
 */
export function watchRunners(onGone: () => void): void {
  const runners: Process[] = []
  let next = find(process.ppid)
  while (next !== undefined && RUNNER.test(next.command)) {
    runners.push(next)
    next = find(next.parent)
  }
  if (runners.length === 0) {
    return // started directly, or a system without /proc, where an orphan has to be stopped by hand
  }
  const timer = setInterval(() => {
    if (!runners.every(({ pid, command }) => find(pid)?.command === command)) {
      clearInterval(timer)
      onGone()
    }
  }, LOOK_MS).unref()
}

/** A running process, or undefined when it is gone; one that only waits to be buried has no command. */
function find(pid: number): Process | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return { pid, parent, command }
  } catch {
    return undefined
  }
}
