import { createHash, timingSafeEqual } from 'node:crypto'
import type { Db } from '../core/db'
import type { Clock } from '../core/clock'
import type { Log } from '../core/log'
import { METRICS_TYPE, renderFigures } from '../core/metrics'
import { findLastRun } from '../core/timer-run'
import { LATE_MS } from '../core/watch'
import { gatherFigures } from './figures'

export interface HealthDeps {
  db: Db
  clock: Clock
  log: Log
  /** Who may read the figures: those who show this token, everybody (on one machine) or nobody. */
  readers: { token: string } | 'everybody' | 'nobody'
}

/** An answer as the HTTP access service of the cloud takes it. */
export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** How long the database may take before it counts as away, in milliseconds; probes wait no longer either. */
const PATIENCE_MS = 5000

const answer = (statusCode: number, body: string, type = 'application/json; charset=utf-8'): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
})
const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in the same time however much of it is right. */
function knows(token: string, header: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

/** Good: the database answers and the timer has come to the end of a run in the last five minutes. */
async function isWell({ db, clock }: HealthDeps): Promise<boolean> {
  let cut: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    cut = setTimeout(resolve, PATIENCE_MS, undefined)
  })
  const lastRun = await Promise.race([findLastRun(db), late]).finally(() => clearTimeout(cut))
  return lastRun !== undefined && clock.now().getTime() - lastRun.getTime() < LATE_MS
}

async function tellHealth(deps: HealthDeps): Promise<HttpAnswer> {
  const ok = await isWell(deps).catch((error: unknown) => {
    deps.log.warn('health', { cause: error instanceof Error ? error.name : 'unknown' })
    return false
  })
  return answer(ok ? 200 : 503, JSON.stringify({ ok }))
}

const mayRead = (readers: HealthDeps['readers'], header: string | undefined) =>
  typeof readers === 'string' ? readers === 'everybody' : knows(readers.token, header)

async function tellFigures(
  { db, clock, readers }: HealthDeps,
  header: string | undefined,
): Promise<HttpAnswer> {
  if (!mayRead(readers, header)) {
    const refusal = answer(401, JSON.stringify({ ok: false }))
    return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': 'Bearer' } }
  }
  return answer(200, renderFigures(await gatherFigures(db, clock.now())), METRICS_TYPE)
}

/**
 * The function that watchers ask over HTTP: `…/health` says whether all is well, to anybody; `…/metrics` gives the
 * figures, to whoever shows the token. `event` is as the HTTP access service of the cloud makes it; never throws.
 */
export function createHealth(deps: HealthDeps): (event: unknown) => Promise<HttpAnswer> {
  return async (event) => {
    const { path, httpMethod, headers } = (event ?? {}) as Record<string, unknown>
    // The service may hand on the whole path or what comes after its own.
    const asked = typeof path === 'string' ? path.replace(/\/+$/, '').split('/').at(-1) : undefined
    if (httpMethod !== 'GET' && httpMethod !== 'HEAD') {
      return answer(405, JSON.stringify({ ok: false }))
    }
    if (asked === 'health') {
      return tellHealth(deps)
    }
    return asked === 'metrics'
      ? tellFigures(deps, authorizationOf(headers))
      : answer(404, JSON.stringify({ ok: false }))
  }
}

/** The header, whatever case its name comes in. */
function authorizationOf(headers: unknown): string | undefined {
  const found = Object.entries((headers ?? {}) as Record<string, unknown>).find(
    ([name]) => name.toLowerCase() === 'authorization',
  )
  return typeof found?.[1] === 'string' ? found[1] : undefined
}
