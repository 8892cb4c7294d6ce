/** Distribution functions of statistics, to about twelve digits. Pure. */

/** Quantile of the normal distribution for a 95 % interval. */
export const Z = 1.959963984540054

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const TINY = 1e-300
const CLOSE = 1e-15

/** ln Γ(x) for x > 0. Source: Lanczos approximation with g = 7, nine terms (Godfrey). */
export function logGamma(x: number): number {
  const base = x + 6.5
  const series = LANCZOS.reduce((sum, term, i) => (i === 0 ? term : sum + term / (x + i - 1)), 0)
  return (x - 0.5) * Math.log(base) - base + Math.log(Math.sqrt(2 * Math.PI) * series)
}

/** Continued fraction of the incomplete beta function by Lentz. Source: NIST DLMF 8.17.22. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < CLOSE) {
      break
    }
  }
  return fraction
}

/** P(X ≤ x) for X ~ Beta(a, b), a, b > 0. Source: NIST DLMF 8.17.22 and 8.17.4. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) {
    return x <= 0 ? 0 : 1
  }
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The x with P(X ≤ x) = p: Newton's steps, kept within a bracket that is halved when they leave it. */
export function betaQuantile(p: number, a: number, b: number): number {
  const norm = logGamma(a + b) - logGamma(a) - logGamma(b)
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let i = 0; i < 200 && high - low > CLOSE * x; i += 1) {
    const error = betaCdf(x, a, b) - p
    if (error > 0) {
      high = x
    } else {
      low = x
    }
    const density = Math.exp(norm + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x))
    const next = x - error / density
    const kept = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(kept - x) <= CLOSE * x) {
      return kept
    }
    x = kept
  }
  return x
}

/** Quantiles of whole degrees of freedom, which come again and again: one a number of replies. */
const STUDENT: (number | undefined)[] = []
const REMEMBERED = 10_000

/** Two-sided 95 % quantile of Student's t: T² = ν(1−X)/X with X ~ Beta(ν/2, 1/2). */
export function studentQuantile(freedom: number): number {
  if (freedom > 1e7) {
    return Z
  }
  const known = STUDENT[freedom]
  if (known !== undefined) {
    return known
  }
  const x = betaQuantile(0.05, freedom / 2, 0.5)
  const quantile = Math.sqrt((freedom * (1 - x)) / x)
  if (Number.isInteger(freedom) && freedom <= REMEMBERED) {
    STUDENT[freedom] = quantile
  }
  return quantile
}

/** P(Z ≤ z) of the standard normal. Source: series and continued fraction of erfc, NIST DLMF 7.6.1 and 7.9.1. */
export function normalCdf(z: number): number {
  const x = Math.abs(z)
  if (x > 38) {
    return z > 0 ? 1 : 0
  }
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  let tail: number
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 1; term > CLOSE * sum; k += 1) {
      term *= (x * x) / (2 * k + 1)
      sum += term
    }
    tail = 0.5 - density * sum
  } else {
    let fraction = x
    for (let k = 200; k >= 1; k -= 1) {
      fraction = x + k / fraction
    }
    tail = density / fraction
  }
  return z > 0 ? 1 - tail : tail
}
