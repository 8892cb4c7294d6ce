import type { Deps } from '~/cloudfunctions/core/deps'
import type { Db } from '~/cloudfunctions/core/db'
import type { Log } from '~/cloudfunctions/core/log'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { createApi } from '~/cloudfunctions/api/handler'
import { createHealth, type HttpAnswer } from '~/cloudfunctions/health/handler'
import { createJobs, type JobsReport } from '~/cloudfunctions/jobs/handler'
import { cloudIdentity } from '~/cloudfunctions/ports/identity'
import { createPush } from '~/cloudfunctions/push/handler'
import type { ApiReply } from '~/types/api'
import { createClock, type MovableClock } from '../standins/clock'
import { createContentStandin } from '../standins/content'
import { createGroupChat, prepareLocalTables, withLocalTables, type GroupChat } from '../standins/group-chat'
import { createMessageStandin, type MessageStandin } from '../standins/messages'
import { createSpeechStandin } from '../standins/speech'
import { createStorageStandin, type StorageStandin } from '../standins/storage'
import { createWechatStandin, type WechatStandin } from '../standins/wechat'
import { cloudContext } from './invoke'
import { createSharePlayer } from './share-player'
import { createTimers, type Timers } from './timers'

/** What one run of the timers did: the functions' own report, the platform's answers, and the stand-in worker's taps. */
export type RunReport = JobsReport & { answered: number; sharedByStandin: number; shownInGroups: number }

/** The functions of production over the stand-ins of one machine. */
export interface District {
  db: Db
  log: Log
  deps: Deps
  clock: MovableClock
  wechat: WechatStandin
  storage: StorageStandin
  chat: GroupChat
  messages: MessageStandin
  api(event: unknown, context: unknown): Promise<ApiReply>
  /** What watchers ask; on one machine everybody on it may, unless METRICS_TOKEN is set. */
  health(event: unknown): Promise<HttpAnswer>
  timers: Timers<RunReport>
  /** Shows the cards that were shared but are not yet in their groups. */
  showShared(): Promise<number>
  autoShare: { get(): boolean; set(on: boolean): Promise<void> }
}

interface Ground {
  db: Db
  dataKey: string
  /** Where files and the clock are kept. */
  directory: string
  log: Log
}

export async function createDistrict({ db, dataKey, directory, log }: Ground): Promise<District> {
  await prepareLocalTables(db)
  const secrets = createSecrets(dataKey)
  const clock = createClock(directory)
  const wechat = createWechatStandin()
  const storage = createStorageStandin(directory, secrets)
  const chat = createGroupChat(db)
  const content = createContentStandin((url) => storage.fetch(url))
  const messages = createMessageStandin(db, () => clock.now())
  const speech = createSpeechStandin()
  const ports = { identity: cloudIdentity, wechat, storage, content, messages, speech }
  const deps: Deps = { db, clock, secrets, log, ports }
  const api = createApi(deps)
  const jobs = createJobs(deps)
  const push = createPush(deps)
  const token = process.env.METRICS_TOKEN || undefined
  const readers = token === undefined ? 'everybody' : { token }
  const health = createHealth({ db, clock, log, readers })
  const autoShare = await loadSwitch(db, 'auto-share', true)
  const player = createSharePlayer({
    db,
    clock,
    chat,
    ask: (openid, event) => api(event, cloudContext(openid)),
  })
  const work = async (): Promise<RunReport> => {
    const report = await jobs({}, cloudContext(undefined, 'wx_trigger'))
    const answers = await content.takeMessages()
    for (const message of answers) {
      await push(message, cloudContext(undefined, 'wx_trigger'))
    }
    const sharedByStandin = autoShare.get() ? await player.tapAll() : 0
    return { ...report, answered: answers.length, sharedByStandin, shownInGroups: await player.showAll() }
  }
  const timers = createTimers(work, log)
  return {
    db,
    log,
    deps,
    clock,
    wechat,
    storage,
    chat,
    messages,
    api,
    health,
    timers,
    autoShare,
    showShared: () => player.showAll(),
  }
}

/** A switch of the page that outlives restarts. */
async function loadSwitch(plain: Db, name: string, usual: boolean): Promise<District['autoShare']> {
  const db = withLocalTables(plain)
  const row = await db.selectFrom('local.switch').select('isOn').where('name', '=', name).executeTakeFirst()
  let isOn = row?.isOn ?? usual
  return {
    get: () => isOn,
    async set(next) {
      await db
        .insertInto('local.switch')
        .values({ name, isOn: next })
        .onConflict((oc) => oc.column('name').doUpdateSet({ isOn: next }))
        .execute()
      isOn = next
    },
  }
}
