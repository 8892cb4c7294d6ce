/** One line a check; the last line says how many held. */
export class Report {
  private passed = 0
  private failed = 0
  private readonly started = Date.now()

  /** A check holds when nothing was found against it. */
  check(name: string, problems: string[], note = ''): void {
    const seconds = ((Date.now() - this.started) / 1000).toFixed(0)
    const tail = note === '' ? '' : ` (${note})`
    if (problems.length === 0) {
      this.passed += 1
      console.log(`ok   ${seconds}s ${name}${tail}`)
      return
    }
    this.failed += 1
    console.log(`FAIL ${seconds}s ${name}${tail}: ${problems.length} found`)
    problems.slice(0, 5).forEach((problem) => console.log(`       ${problem}`))
  }

  /** Runs a part; whatever it throws is a failed check, so that the other parts still run. */
  async part(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      this.check(name, [error instanceof Error ? (error.stack ?? error.message) : String(error)], 'broke off')
    }
  }

  note(text: string): void {
    console.log(`     ${text}`)
  }

  /** Prints the sum; returns the exit code. */
  end(): number {
    console.log(`${this.passed} passed, ${this.failed} failed`)
    return this.failed === 0 && this.passed > 0 ? 0 : 1
  }
}
