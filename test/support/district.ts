import { randomUUID } from 'node:crypto'
import type { Action, ApiReply, Input, Output } from '~/types/api'
import type { ApiError } from '~/types/errors'
import { PRIVACY_VERSION, type Assurance } from '~/types/me'
import type { Role } from '~/types/roles'
import { createApi } from '~/cloudfunctions/api/handler'
import { createJobs, type JobsReport } from '~/cloudfunctions/jobs/handler'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { AppError } from '~/cloudfunctions/core/errors'
import { silentLog, type Log } from '~/cloudfunctions/core/log'
import type { Ports } from '~/cloudfunctions/ports/ports'
import { createPush } from '~/cloudfunctions/push/handler'
import { createContentStandin, type ContentStandin } from '~/local/standins/content'
import { createSpeechStandin } from '~/local/standins/speech'
import { gridCode, TOWNS, VILLAGES, GRIDS } from './areas'
import { openTestDb } from './db'
import { createMessages, type MessagesOfTest } from './messages'
import { nextMorning } from './morning'
import { checkOutput } from './outputs'

/** A person of a test, who calls the real gateway. */
export interface Person {
  openid: string
  userId: string
  areaCode: string
  /** Calls an action and returns its data; throws the reply's error as a Refusal. */
  call<A extends Action>(action: A, input: Input<A>, options?: CallOptions): Promise<Output<A>>
  /** Calls an action that must be refused; returns the error. */
  refused(action: Action, input: unknown, options?: CallOptions): Promise<ApiError>
}
interface CallOptions {
  key?: string
  /** The group the program was opened from. */
  opengid?: string
}

export class Refusal extends Error {
  constructor(readonly error: ApiError) {
    super(`${error.code} ${error.reason ?? ''} ${error.message} ${JSON.stringify(error.fields ?? {})}`)
  }
}

/** Files in memory; the rest of the outside is as in production. */
export function memoryPorts(): Ports & {
  files: Map<string, Buffer>
  content: ContentStandin
  messages: MessagesOfTest
} {
  const files = new Map<string, Buffer>()
  return {
    files,
    identity: {
      read: (context) => {
        const { openid, source = 'wx_client' } = context as { openid?: string; source?: string }
        return { openid, requestId: randomUUID(), source }
      },
    },
    wechat: {
      resolveGroup: (group) => Promise.resolve((group as { opengid?: string } | undefined)?.opengid),
    },
    storage: {
      uploadUrl: () => Promise.resolve(undefined),
      readUpload: (path) => {
        const bytes = files.get(path)
        const missing = () => new AppError('NOT_FOUND', { userMessage: '没有收到您传的文件,请再传一次' })
        return bytes === undefined ? Promise.reject(missing()) : Promise.resolve(bytes)
      },
      removeUpload: (path) => Promise.resolve(void files.delete(path)),
      write: (path, bytes) => {
        files.set(path, bytes)
        return Promise.resolve(path)
      },
      remove: (keys) => Promise.resolve(keys.forEach((key) => files.delete(key))),
      url: (key) => `memory:${key}`,
      publicUrl: (key) => Promise.resolve(`memory:${key}`),
    },
    content: createContentStandin((url) => {
      const bytes = files.get(url.slice('memory:'.length))
      return bytes === undefined ? Promise.reject(new Error('no file')) : Promise.resolve(bytes)
    }),
    messages: createMessages(),
    speech: createSpeechStandin(),
  }
}

export interface District {
  db: Db
  ports: ReturnType<typeof memoryPorts>
  clock: { now(): Date; advance(ms: number): void }
  api(event: unknown, context: unknown): Promise<ApiReply>
  /** Runs the timer function once. */
  runJobs(): Promise<JobsReport>
  /** A message for the push function; from WeChat unless another source is named. */
  push(event: unknown, source?: string): Promise<'success' | 'refused'>
  /** Lets the timer ask about the pictures that are due, and the platform answer. */
  checkPictures(): Promise<void>
  /** A grid that no other test of this file uses. Same village by default; `otherVillage`, `otherTown` elsewhere. */
  newGrid(where?: 'otherVillage' | 'otherTown'): string
  resident(
    areaCode: string,
    options?: { assurance?: Assurance; name?: string; phone?: string },
  ): Promise<Person>
  staff(role: Role, areaCode: string, options?: { departmentCode?: string; to?: Date }): Promise<Person>
  /** Somebody who has never opened the program. */
  stranger(): Person
  /** A group bound to the grid; returns its opengid. */
  group(areaCode: string, boundBy: Person): Promise<string>
  close(): Promise<void>
}

/** How many grids this file has taken so far. */
let grids = 0

/**
 * A district with its own people, grids and clock on the file's database; the clock starts on a working morning, or at
 * the real time where a host with a clock of its own plays along.
 */
export async function openDistrict(log: Log = silentLog, start: Date = nextMorning()): Promise<District> {
  const db = await openTestDb()
  let offset = start.getTime() - Date.now()
  const clock = { now: () => new Date(Date.now() + offset), advance: (ms: number) => void (offset += ms) }
  const ports = memoryPorts()
  const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))
  const deps = { db, clock, secrets, ports, log }
  const api = createApi(deps)
  const jobs = createJobs(deps)
  const receive = createPush(deps)
  const push: District['push'] = (event, source = 'wx_trigger') => receive(event, { source })

  const personOf = (openid: string, userId: string, areaCode: string): Person => {
    const send = (action: Action, input: unknown, { key, opengid }: CallOptions = {}) =>
      api({ action, input, key, ...(opengid !== undefined && { group: { opengid } }) }, { openid })
    return {
      openid,
      userId,
      areaCode,
      async call(action, input, options) {
        const reply = await send(action, input, options)
        if (!reply.ok) {
          throw new Refusal(reply.error)
        }
        checkOutput(action, reply.data)
        return reply.data
      },
      async refused(action, input, options) {
        const reply = await send(action, input, options)
        if (reply.ok) {
          throw new Error(`${action} was allowed`)
        }
        return reply.error
      },
    }
  }

  const makeUser = async (name: string, phone?: string) => {
    const id = randomUUID()
    const openid = `test-${id}`
    const sealed = phone === undefined ? null : secrets.encrypt(phone)
    await db
      .insertInto('appUser')
      .values({
        id,
        openid,
        name,
        phoneEncrypted: sealed,
        phoneHash: null,
        privacyVersion: PRIVACY_VERSION,
        consentedAt: clock.now(),
        createdAt: clock.now(),
        removedAt: null,
      })
      .execute()
    return { id, openid }
  }

  const join = (userId: string, areaCode: string, assurance: Assurance) =>
    db
      .insertInto('membership')
      .values({ id: randomUUID(), userId, areaCode, assurance, since: clock.now(), until: null, setBy: null })
      .execute()

  return {
    db,
    ports,
    clock,
    api,
    runJobs: () => jobs({}, {}),
    push,
    async checkPictures() {
      await jobs({}, {})
      for (const message of await ports.content.takeMessages()) {
        await push(message)
      }
    },
    newGrid(where) {
      const number = (grids++ % GRIDS) + 1
      const village = where === 'otherVillage' ? VILLAGES : 1
      return gridCode(where === 'otherTown' ? TOWNS : 1, village, number)
    },
    async resident(areaCode, { assurance = 'group', name = '测试居民', phone } = {}) {
      const { id, openid } = await makeUser(name, phone)
      await join(id, areaCode, assurance)
      return personOf(openid, id, areaCode)
    },
    async staff(role, areaCode, { departmentCode, to } = {}) {
      const { id, openid } = await makeUser('赵测试')
      await db
        .insertInto('assignment')
        .values({
          id: randomUUID(),
          userId: id,
          role,
          areaCode,
          departmentCode: departmentCode ?? null,
          fromAt: new Date(clock.now().getTime() - 86_400_000),
          toAt: to ?? null,
          givenBy: null,
          endedBy: null,
          endReason: null,
        })
        .execute()
      return personOf(openid, id, areaCode)
    },
    stranger: () => personOf(`test-${randomUUID()}`, '', ''),
    async group(areaCode, boundBy) {
      const opengid = `group-${randomUUID()}`
      await db
        .insertInto('gridGroup')
        .values({ opengid, areaCode, boundBy: boundBy.userId, boundAt: clock.now() })
        .execute()
      return opengid
    },
    close: () => db.destroy(),
  }
}
