import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { AppealView } from '~/types/appeal'
import { ask, castOf, createAgent, parseReply, send } from './client'
import { startHost } from '../support/host'
import type { Report } from './report'

const TIMES = 50

/** The same submission 50 times at once: one appeal, and everybody is told the same. */
export async function checkParallel(report: Report, databaseUrl?: string): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-parallel-'))
  const host = await startHost({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
  try {
    const [resident] = (await castOf(host.url, 1)).residents
    const openid = resident?.openid ?? ''
    const key = randomUUID()
    const call = {
      openid,
      action: 'appeal.submit',
      input: { text: `同时提交 ${key} 井盖坏了`, urgency: 'today' },
      key,
    } as const
    const agent = createAgent(TIMES)
    const answers = await Promise.all(Array.from({ length: TIMES }, () => send(host.url, call, agent)))
    agent.destroy()
    const different = [...new Set(answers)]
    const refused = answers.filter((answer) => !parseReply(answer).ok)
    const on = databaseUrl === undefined ? 'embedded' : 'PostgreSQL'
    report.check(`${TIMES} equal answers to the same submission at once, ${on}`, [
      ...refused,
      ...different.slice(1).map((answer) => `another answer: ${answer}`),
    ])
    const found = await mine(host.url, openid)
    const made = found.filter(({ text }) => text.includes(key)).length
    report.check(`one appeal of it, ${on}`, made === 1 ? [] : [`${made} appeals`])
  } finally {
    await host.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function mine(url: string, openid: string): Promise<AppealView[]> {
  const body = { action: 'appeal.list', input: { list: 'mine', limit: 20 } }
  const reply = parseReply(await ask(`${url}/functions/api`, { method: 'POST', body, openid }))
  if (!reply.ok) {
    throw new Error(reply.error.message)
  }
  const { items } = reply.data as { items: { id: string }[] }
  const read = async ({ id }: { id: string }) => {
    const asked = { action: 'appeal.info', input: { id } }
    const info = parseReply(await ask(`${url}/functions/api`, { method: 'POST', body: asked, openid }))
    return (info as unknown as { data: AppealView }).data
  }
  return Promise.all(items.map(read))
}
