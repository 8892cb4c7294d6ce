import { systemClock } from '~/cloudfunctions/core/clock'
import { silentLog } from '~/cloudfunctions/core/log'
import { redoDeletions } from '~/cloudfunctions/jobs/redo'
import { cloudIdentity } from '~/cloudfunctions/ports/identity'
import { openTarget } from './areas/target'
import { folderOf, ROOT, runData, secretsOf } from './data/command'
import { readDeletions } from './data/deletions'
import { createContentStandin } from './standins/content'
import { createMessageStandin } from './standins/messages'
import { createSpeechStandin } from './standins/speech'
import { createStorageStandin } from './standins/storage'
import { createWechatStandin } from './standins/wechat'

/** `npm run data:forget -- FOLDER`: on a restored database, before anybody is let in, what was deleted since its backup. */
async function main(args: string[]): Promise<void> {
  const place = folderOf(args, 'data:forget')
  const secrets = secretsOf(process.env)
  const deletions = await readDeletions(place, secrets)
  const { db, dataDir, close } = await openTarget(ROOT, process.env)
  try {
    const storage = createStorageStandin(dataDir, secrets)
    const content = createContentStandin((url) => storage.fetch(url))
    const wechat = createWechatStandin()
    // Nothing is asked of the outside: files of pictures go with the next run of the timer, where they lie.
    const messages = createMessageStandin(db, () => systemClock.now())
    const outside = { identity: cloudIdentity, wechat, storage, content }
    const ports = { ...outside, messages, speech: createSpeechStandin() }
    const done = await redoDeletions({ db, secrets, ports, clock: systemClock, log: silentLog }, deletions)
    const before = deletions.length - done
    console.log(`删除记录 ${deletions.length} 条:这次重做 ${done} 条,${before} 条在备份里早已做过。`)
  } finally {
    await close()
  }
}

void runData(() => main(process.argv.slice(2)), '没有做完,可以再运行一次接着做')
