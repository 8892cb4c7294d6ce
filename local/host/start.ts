import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { createApp } from './app'
import { loadDataKey } from './data-key'
import { migrateDatabase, openDatabase } from './database'
import { createDistrict } from './district'
import { fillDistrict } from './fill'
import { openLog } from './log-file'
import type { Options } from './options'
import { bundlePage } from './page-bundle'
import { createPhoneBuild } from './phone-build'
import type { Say } from './say'
import { checkPort, listen } from './server'

export interface Host {
  url: string
  /** Ends running requests and the current timer run, then the database. */
  close(): Promise<void>
}

/** From nothing to a district that can be opened in a browser; told step by step. */
export async function startHost(options: Options, root: string, say: Say): Promise<Host> {
  await checkPort(options.port, options.host)
  mkdirSync(options.dataDir, { recursive: true })
  const database = await say.step('数据库已打开', () => openDatabase(options))
  const phone = createPhoneBuild(root)
  try {
    const { db } = database
    const phoneBuilt = options.build
      ? phone.refresh(path.join(options.dataDir, 'build.log'))
      : Promise.resolve(undefined)
    phoneBuilt.catch(() => undefined) // told below, when somebody listens
    const page = bundlePage(root)
    page.catch(() => undefined)
    await say.step(
      (count: number) => (count === 0 ? '表结构是最新的' : `表结构已更新,${count} 步`),
      () => migrateDatabase(db, root),
    )
    const dataKey = loadDataKey(options.dataDir, process.env.DATA_KEY)
    const log = openLog(options.dataDir, options.verbose)
    const district = await createDistrict({ db, dataKey, directory: options.dataDir, log })
    await fillDistrict(district, createSecrets(dataKey), options, root, say)
    const server = await listen(
      createApp(district, () => page, phone),
      options.port,
      options.host,
    )
    if (options.jobs) {
      district.timers.start()
    }
    const url = `http://localhost:${server.port}`
    welcome(url, phone.state() === 'building', say)
    phoneBuilt
      .then((seconds) => seconds !== undefined && say.line(`  ✓ 手机界面构建好了(${seconds.toFixed(1)} 秒)`))
      .catch((error: unknown) => say.line(`  ✗ ${error instanceof Error ? error.message : String(error)}`))
    return {
      url,
      async close() {
        phone.stop()
        await server.stop()
        await district.timers.stop()
        await database.close()
      },
    }
  } catch (error) {
    phone.stop()
    await database.close()
    throw error
  }
}

function welcome(url: string, building: boolean, say: Say): void {
  say.line('')
  say.line(`请打开 ${url}`)
  if (building) {
    say.line('(手机界面还在构建,第一次要两三分钟,好了会自己出现在手机框里)')
  }
  say.line('先做什么:左边选“居民”,在手机里点“提诉求”说一件事;再换成“网格员”接单、办结,')
  say.line('结果会回到右边的网格群里;点群里的卡片,就像在微信里一样打开。按 Ctrl-C 停止,数据都留着。')
}
