import { randomUUID } from 'node:crypto'
import { createAgent, parseReply, send, type Call, type Cast } from './client'

/** Clients at the same time. */
const CLIENTS = 8
/** Share of the calls that repeat a key which was answered before, and that let a worker answer an appeal. */
const REPEATED = 0.1
const ANSWERED = 0.25
/** Milliseconds that a client waits after a failure, so that a dead host is not hammered. */
const PAUSE_MS = 20
/** A resident may submit 60 an hour; what is counted here stays below. */
const MOST_EACH = 50

/** Every marker in a text is one key; the checks find the appeals by it. */
export const MARK = '故障测试'

/** One intention of somebody, sent until it is answered, always under the same key. */
export interface Wish {
  call: Call
  /** The first answer that arrived, as text. */
  answer?: string
  /** Id of the appeal, known from the answer. */
  appealId?: string
}

/** What the clients know: the database is held against it. */
export class Ledger {
  readonly wishes: Wish[] = []
  /** Sent, and no answer came. */
  unanswered: Wish[] = []
  /** Broken promises seen by a client. */
  readonly problems: string[] = []
  retried = 0
  repeated = 0
  /** No new wishes: only what was wished for is brought to an end. */
  closed = false
  private turn = 0
  private readonly answering: Wish[] = []

  /** Answers that said the database is away. */
  unavailable = 0

  /** `outages`: UNAVAILABLE is an honest answer in this run, and the wish is sent again later. */
  constructor(
    private readonly cast: Cast,
    private readonly outages = false,
  ) {}

  get answered(): Wish[] {
    return this.wishes.filter((wish) => wish.answer !== undefined)
  }

  /** What the next free client does. */
  next(): Wish {
    const waiting = this.answering.shift()
    return waiting ?? this.submission()
  }

  /** Something already answered, to be asked again. */
  earlier(): Wish | undefined {
    const wish = this.wishes[Math.floor(Math.random() * this.wishes.length)]
    return wish?.answer === undefined ? undefined : wish
  }

  /** Takes an answer in; false when it was none and the wish waits. */
  take(wish: Wish, text: string): boolean {
    if (this.outages && isUnavailable(text)) {
      this.unavailable += 1
      if (wish.answer === undefined) {
        this.unanswered.push(wish)
      }
      return false
    }
    if (wish.answer !== undefined) {
      if (wish.answer !== text) {
        this.problems.push(`${wish.call.key} was answered differently: ${wish.answer} / ${text}`)
      }
      return true
    }
    const reply = parseReply(text)
    if (!reply.ok) {
      this.problems.push(`${wish.call.action} was refused: ${text}`)
      return true
    }
    wish.answer = text
    const { id, areaCode } = reply.data as { id: string; areaCode: string }
    wish.appealId = id
    const worker = this.cast.workers.get(areaCode)
    if (
      wish.call.action === 'appeal.submit' &&
      worker !== undefined &&
      !this.closed &&
      Math.random() < ANSWERED
    ) {
      const input = { id, words: '已经看过,明天来修' }
      this.answering.push(this.plan({ openid: worker, action: 'appeal.answer', input, key: randomUUID() }))
    }
    return true
  }

  private submission(): Wish {
    const { residents } = this.cast
    this.turn += 1
    const resident = residents[this.turn % residents.length]
    if (resident === undefined || this.turn > residents.length * MOST_EACH) {
      throw new Error('there are too few residents for so long a run')
    }
    const key = randomUUID()
    const input = { text: `${MARK} ${key} 路灯不亮`, urgency: 'soon' as const }
    return this.plan({ openid: resident.openid, action: 'appeal.submit', input, key })
  }

  private plan(call: Call): Wish {
    const wish: Wish = { call }
    this.wishes.push(wish)
    return wish
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

function isUnavailable(text: string): boolean {
  const reply = parseReply(text)
  return !reply.ok && reply.error.code === 'UNAVAILABLE'
}

/** Keeps the host busy until `stop` is called; first repeats whatever was left without an answer, each once. */
export function startLoad(url: string, ledger: Ledger): { stop(): Promise<void> } {
  const agent = createAgent(CLIENTS)
  const retries = ledger.unanswered
  ledger.unanswered = []
  let stopped = false
  const client = async () => {
    while (!stopped) {
      const retry = retries.shift()
      const repeat = retry === undefined && Math.random() < REPEATED ? ledger.earlier() : undefined
      const wish = retry ?? repeat ?? ledger.next()
      ledger.retried += retry === undefined ? 0 : 1
      ledger.repeated += repeat === undefined ? 0 : 1
      try {
        if (!ledger.take(wish, await send(url, wish.call, agent))) {
          await pause()
        }
      } catch {
        if (wish.answer === undefined) {
          ledger.unanswered.push(wish)
        }
        await pause()
      }
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, client))
  clients.catch(() => undefined) // told by `stop`; until then it must not end the whole run
  return {
    async stop() {
      stopped = true
      await clients
      ledger.unanswered.push(...retries)
      agent.destroy()
    },
  }
}

/** Asks every key once more: all are answered now, and those answered before say the same. */
export async function askAllAgain(url: string, ledger: Ledger): Promise<void> {
  ledger.closed = true
  const agent = createAgent(CLIENTS)
  const waiting = [...ledger.wishes]
  const client = async () => {
    for (let wish = waiting.shift(); wish !== undefined; wish = waiting.shift()) {
      try {
        ledger.take(wish, await send(url, wish.call, agent))
      } catch (error) {
        ledger.problems.push(`${wish.call.key} was not answered by a host that runs: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  ledger.unanswered = []
  agent.destroy()
}
