import { createAgent, parseReply, send } from '~/test/faults/client'
import { answer, type Cast } from './asking'
import { heading, line, percentile } from './figures'
import { newSubmit } from './load'

const WORKERS = 100
const POLL_MS = 5000
const SUBMITS_PER_SECOND = 20
/** So many that nobody reaches the 60 submissions an hour. */
const RESIDENTS = 400

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Calls `work` at fixed moments whether or not those before have come back, as people do. */
async function everyMs(ms: number, first: number, end: number, work: () => Promise<void>): Promise<void> {
  const running: Promise<void>[] = []
  for (let at = first; at < end; at += ms) {
    await sleep(Math.max(0, at - performance.now()))
    running.push(work())
  }
  await Promise.all(running)
}

/** Grid workers who poll their workbench while appeals come in; milliseconds, for some seconds. */
export async function benchPolling(url: string, cast: Cast, seconds: number, what: string): Promise<void> {
  const agent = createAgent(WORKERS + SUBMITS_PER_SECOND)
  const polls: number[] = []
  const submits: number[] = []
  const errors: string[] = []
  const timed = async (times: number[], work: () => Promise<unknown>) => {
    const sent = performance.now()
    try {
      await work()
      times.push(performance.now() - sent)
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error))
    }
  }
  const start = performance.now()
  const end = start + seconds * 1000
  const people = cast.residents.slice(0, RESIDENTS)
  let turn = 0
  const submit = async () => {
    const person = people[turn++ % people.length]
    const reply = person && (await send(url, newSubmit(person), agent))
    if (reply === undefined || !parseReply(reply).ok) {
      throw new Error(`not taken: ${reply}`)
    }
  }
  let missed = 0
  const polling = cast.workers.slice(0, WORKERS).map((openid, nth) => {
    let waiting = false
    return everyMs(POLL_MS, start + (nth * POLL_MS) / WORKERS, end, async () => {
      // A phone that still waits for an answer does not ask again.
      if (waiting) {
        missed += 1
        return
      }
      waiting = true
      await timed(polls, () => answer(url, openid, 'appeal.list', { list: 'workbench' }, agent))
      waiting = false
    })
  })
  await Promise.all([
    ...polling,
    everyMs(1000 / SUBMITS_PER_SECOND, start, end, () => timed(submits, submit)),
  ])
  const elapsed = (performance.now() - start) / 1000
  agent.destroy()
  const shown = (times: number[]) =>
    `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`
  heading(`${WORKERS} grid workers poll every ${POLL_MS / 1000} s, ${SUBMITS_PER_SECOND} appeals/s, ${what}`)
  line(`${polls.length} workbenches`, shown(polls), `${missed} left out while one was still waited for`)
  line(`${submits.length} submissions`, shown(submits), `${(submits.length / elapsed).toFixed(1)} a second`)
  line('errors', String(errors.length), errors[0]?.slice(0, 120))
}
