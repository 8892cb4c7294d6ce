/** Numbers as they are printed: medians with their range, ratios of what was measured in the same run. */

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return (low + high) / 2
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** "212 (198–221)" */
export function ranged(values: number[], digits = 0): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** Round by round, so that a machine that slows down slows both. */
export function ratios(values: number[], baseline: number[]): string {
  return `× ${ranged(
    values.map((value, round) => value / (baseline[round] ?? Number.NaN)),
    2,
  )}`
}

export function line(name: string, figure: string, ratio = ''): void {
  console.log(`  ${name.padEnd(44)} ${figure.padStart(24)}  ${ratio}`.trimEnd())
}

export function heading(text: string): void {
  console.log(`\n${text}`)
}

/** A positive whole number from the environment. */
export function fromEnv(name: string, usual: number): number {
  const value = Number(process.env[name] ?? usual)
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} must be a whole number from 1`)
  }
  return value
}
