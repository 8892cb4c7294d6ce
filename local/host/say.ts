/** Plain sentences for whoever started the host. */
export interface Say {
  line(text: string): void
  /** Tells a step when it is done, with the seconds it took. */
  step<T>(text: string | ((result: T) => string), work: () => Promise<T>): Promise<T>
}

export const say: Say = {
  line: (text) => console.log(text),
  async step(text, work) {
    const started = Date.now()
    const result = await work()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`  ✓ ${typeof text === 'string' ? text : text(result)}(${seconds} 秒)`)
    return result
  },
}
