import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask } from './client'
import { spawnHost, startHost } from '../support/host'
import type { Report } from './report'

/** Two hosts on one data directory would lose each other's writes. */
export async function checkTwice(report: Report): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-twice-'))
  try {
    const first = await startHost({ dataDir })
    const second = spawnHost({ dataDir })
    const code = await second.exited
    const said = second.output()
    report.check('a second host on the same directory leaves with 1 and says why', [
      ...(code === 1 ? [] : [`exit code ${code}`]),
      ...(said.includes('数据目录') && said.includes(String(first.pid)) ? [] : [`said: ${said}`]),
      ...(/\n\s+at /.test(said) ? [`shows a stack: ${said}`] : []),
    ])
    report.check('the first host goes on', await healthProblems(first.url))

    await first.kill()
    const left = existsSync(path.join(dataDir, 'owner.lock'))
    const next = await startHost({ dataDir })
    report.check('the lock of a killed host is taken over', [
      ...(left ? [] : ['the killed host left no lock, so nothing was shown']),
      ...(await healthProblems(next.url)),
    ])
    const taken = spawnHost({ dataDir: `${dataDir}-other`, port: Number(new URL(next.url).port) })
    const takenCode = await taken.exited
    report.check('a taken port is told in a sentence', [
      ...(takenCode === 1 ? [] : [`exit code ${takenCode}`]),
      ...(taken.output().includes('端口') ? [] : [`said: ${taken.output()}`]),
    ])
    await next.stop()
    report.check(
      'a stopped host leaves no lock',
      existsSync(path.join(dataDir, 'owner.lock')) ? ['owner.lock'] : [],
    )
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(`${dataDir}-other`, { recursive: true, force: true })
  }
}

async function healthProblems(url: string): Promise<string[]> {
  const { ok } = JSON.parse(await ask(`${url}/healthz`)) as { ok?: boolean }
  return ok === true ? [] : ['healthz is not ok']
}
