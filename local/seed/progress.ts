const BAR = 30
const STEP = 10

/** Shows how far a long job is: a bar that moves on a terminal, else a line every tenth. */
export function createProgress(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  label: string,
): (done: number, total: number) => void {
  let told = 0
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (stream.isTTY) {
      const filled = Math.round((percent / 100) * BAR)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
      stream.write(`\r${label} ${bar} ${percent}%(${done}/${total})${done >= total ? '\n' : ''}`)
    } else if (percent >= told + STEP) {
      told = percent - (percent % STEP)
      stream.write(`${label} ${told}%(${done}/${total})\n`)
    }
  }
}
