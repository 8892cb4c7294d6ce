import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'

/** The environment of the cloud in these tests. */
export const ENV_ID = 'env-test'
/** Most bytes that go into a function and come out of it (platform facts B3). */
const EVENT_MOST = 100 * 1024
const RESULT_MOST = 6 * 1024 * 1024
/** What a phone is told when the function throws. */
const THREW = -504002

/** Who calls; nobody is a timer. */
export interface Caller {
  openid?: string
  /** What set the function off (platform facts A5). */
  source?: string
}

interface Message {
  loaded?: boolean
  id?: string
  result?: unknown
  error?: string
}

export interface Instance {
  /** Milliseconds from spawning to having loaded the entry. */
  startedIn: number
  /** Everything it has printed. */
  output(): string
  /** One call after the other, as the platform has it; throws an error with `errCode` when the function threw. */
  call(event: unknown, caller?: Caller): Promise<unknown>
  /** True until its process has ended. */
  alive(): boolean
  stop(): Promise<void>
}

export class CloudFailure extends Error {
  constructor(
    readonly errCode: number,
    message: string,
  ) {
    super(message)
  }
}

/** What the platform tells a function of one call: beside the event and in the environment of the process. */
function callOf({ openid, source = 'wx_client' }: Caller, name: string, appid: string) {
  const wx = openid === undefined ? {} : { WX_OPENID: openid, WX_APPID: appid }
  const tcb = { TCB_ENV: ENV_ID, TCB_SOURCE: source, TCB_SEQID: randomUUID() }
  const environment = {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
  }
  const context = {
    memory_limit_in_mb: 512,
    time_limit_in_ms: 20_000,
    request_id: randomUUID(),
    function_version: '$LATEST',
    namespace: ENV_ID,
    function_name: name,
    environment: JSON.stringify(environment),
  }
  const secrets = {
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    TENCENTCLOUD_SESSIONTOKEN: 's',
  }
  return { context, env: { ...environment, ...secrets } }
}

/**
 * An instance of a function: a process in the function's folder with the environment that the platform gives and the
 * variables that docs/deploy.md names, and nothing else.
 */
export async function startInstance(
  folder: string,
  variables: Record<string, string>,
  gatewayUrl: string,
): Promise<Instance> {
  const name = path.basename(folder)
  const started = Date.now()
  const child = fork(path.join(__dirname, 'runtime.cjs'), {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: ENV_ID,
      TCB_ENV: ENV_ID,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${gatewayUrl}/admin` }),
      ...variables,
    },
  })
  let printed = ''
  let running = true
  const read = (chunk: Buffer) => void (printed += chunk.toString())
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false
      resolve()
    })
  })
  const next = (fits: (message: Message) => boolean) =>
    new Promise<Message>((resolve, reject) => {
      const take = (message: Message) => {
        if (fits(message)) {
          child.off('message', take)
          resolve(message)
        }
      }
      child.on('message', take)
      void ended.then(() => reject(new CloudFailure(THREW, `the instance of ${name} ended: ${printed}`)))
    })
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }

  const first = await next(({ loaded }) => loaded !== undefined)
  if (first.loaded !== true) {
    await stop()
    throw new CloudFailure(THREW, first.error ?? 'no main')
  }
  let turn: Promise<unknown> = Promise.resolve()
  const once = async (event: unknown, caller: Caller) => {
    const sent = JSON.stringify(event)
    if (Buffer.byteLength(sent) > EVENT_MOST) {
      throw new CloudFailure(-501007, 'EXCEED_MAX_PAYLOAD_SIZE')
    }
    const id = randomUUID()
    const answer = next((message) => message.id === id)
    const variablesOf = callOf(caller, name, variables.WX_APPID ?? '')
    child.send({ id, event: JSON.parse(sent) as object, ...variablesOf })
    const { result, error } = await answer
    if (error !== undefined) {
      throw new CloudFailure(THREW, error)
    }
    if (Buffer.byteLength(JSON.stringify(result ?? null)) > RESULT_MOST) {
      throw new CloudFailure(THREW, 'the answer is too large')
    }
    return result
  }
  return {
    startedIn: Date.now() - started,
    output: () => printed,
    call(event, caller = { source: 'wx_trigger' }) {
      const answer = turn.then(() => once(event, caller))
      turn = answer.catch(() => undefined)
      return answer
    },
    alive: () => running,
    stop,
  }
}
