import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { SurveyRowView } from '~/types/survey'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { ballotIdOf } from '~/cloudfunctions/features/survey/key'
import { openEmbedded } from '~/local/embedded'
import { loadDataKey } from '~/local/host/data-key'
import type { PersonView } from '~/local/host/views'
import { startHost, type Host } from '../support/host'
import { ask, castOf, createAgent, parseReply } from './client'
import type { Report } from './report'

/** Kills in one run; by hand at least 200 (BALLOT_KILLS=200), which also makes some 50,000 ballots. */
const KILLS = Number(process.env.BALLOT_KILLS ?? 10)
const CLIENTS = 8
/** A host lives this long under load at most, in milliseconds. */
const LIFE_MS = 2000
const GRIDS = 150
const QUESTIONS = 5
const PAUSE_MS = 20

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What somebody sent: the last ballot that was acknowledged, and those sent since without an answer. */
interface Voter {
  person: PersonView
  acknowledged?: string
  since: string[]
}

interface Run {
  id: string
  voters: Voter[]
  sent: number
  acknowledged: number
  problems: string[]
}

async function call(url: string, openid: string, action: string, input: object, agent = createAgent(1)) {
  return parseReply(
    await ask(`${url}/functions/api`, { method: 'POST', body: { action, input }, openid, agent }),
  )
}

/** The running survey of the demonstration, and the people who may vote in it. */
async function begin(url: string): Promise<Run> {
  const { residents } = await castOf(url, GRIDS)
  const voters: Voter[] = []
  let id = ''
  for (const person of residents) {
    const reply = await call(url, person.openid, 'survey.list', { list: 'mine' })
    const items = reply.ok ? (reply.data as unknown as { items: SurveyRowView[] }).items : []
    const open = items.find(({ status, standing }) => status === 'open' && standing === 'may')
    if (open !== undefined) {
      id = open.id
      voters.push({ person, since: [] })
    }
  }
  return { id, voters, sent: 0, acknowledged: 0, problems: [] }
}

/** Keeps eight phones voting, again and again, until the host is killed. */
async function voteUntilDeath(host: Host, run: Run): Promise<void> {
  const agent = createAgent(CLIENTS)
  let dead = false
  const phone = async (number: number) => {
    const own = run.voters.filter((_, at) => at % CLIENTS === number)
    for (let turn = 0; !dead; turn += 1) {
      const voter = own[turn % own.length]
      if (voter === undefined) {
        return
      }
      const answers = Array.from({ length: QUESTIONS }, () => 1 + Math.floor(Math.random() * 5))
      voter.since.push(answers.join())
      run.sent += 1
      try {
        const reply = await call(
          host.url,
          voter.person.openid,
          'survey.cast',
          { id: run.id, edition: 1, answers },
          agent,
        )
        if (reply.ok) {
          run.acknowledged += 1
          Object.assign(voter, { acknowledged: answers.join(), since: [] })
        } else {
          run.problems.push(JSON.stringify(reply.error))
        }
      } catch {
        await wait(PAUSE_MS)
      }
    }
  }
  // Each phone has its own voters, so that of one voter's ballots the last one sent is known.
  const phones = Array.from({ length: CLIENTS }, (_, number) => phone(number))
  await wait(300 + Math.random() * LIFE_MS)
  await host.kill()
  dead = true
  await Promise.all(phones)
  agent.destroy()
}

/** Holds roll and box against what the phones were told. */
async function checkBox(db: Db, dataDir: string, { id, voters }: Run, report: Report): Promise<void> {
  const sealed = await db
    .selectFrom('surveyKey')
    .select('sealed')
    .where('surveyId', '=', id)
    .executeTakeFirstOrThrow()
  const key = createSecrets(loadDataKey(dataDir, undefined)).decrypt(sealed.sealed)
  const roll = await db.selectFrom('surveyRoll').selectAll().where('surveyId', '=', id).execute()
  const box = await db.selectFrom('surveyOpenBallot').selectAll().where('surveyId', '=', id).execute()
  const held = new Map(box.map((row) => [row.ballotId, [row.q1, row.q2, row.q3, row.q4, row.q5].join()]))
  report.check(
    'as many ballots as participants',
    roll.length === box.length ? [] : [`${roll.length} / ${box.length}`],
  )
  const byPerson = new Map<string, string[]>()
  roll.forEach(({ castBy, origin, unitId }) => {
    if (origin === 'program') {
      byPerson.set(castBy, [...(byPerson.get(castBy) ?? []), unitId])
    }
  })
  const problems = voters.flatMap(({ person, acknowledged, since }) => {
    const units = byPerson.get(person.userId) ?? []
    const [unit] = units
    if (acknowledged === undefined) {
      return units.length <= 1 ? [] : [`${person.userId} stands on the roll ${units.length} times`]
    }
    const answer = unit === undefined ? undefined : held.get(ballotIdOf(key, unit))
    const fits = units.length === 1 && answer !== undefined && [acknowledged, ...since].includes(answer)
    return fits
      ? []
      : [`${person.userId}: ${units.length} on the roll, holds ${answer}, acknowledged ${acknowledged}`]
  })
  report.check(
    'every acknowledged ballot is there once, the last one of each',
    problems,
    `${voters.length} voters`,
  )
}

/** kill -9 at random moments while ballots come in: none acknowledged is lost, none counts twice. */
export async function checkBallots(report: Report): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-ballots-'))
  let host = await startHost({ dataDir })
  const run = await begin(host.url)
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await voteUntilDeath(host, run)
    host = await startHost({ dataDir })
  }
  await host.stop()
  report.note(`${KILLS} kills, ${run.sent} ballots sent, ${run.acknowledged} acknowledged`)
  report.check('no ballot was refused', [...new Set(run.problems)])
  const { db, close } = await openEmbedded(dataDir)
  await checkBox(db, dataDir, run, report)
  await close()
  await checkSealed(dataDir, run, report)
  rmSync(dataDir, { recursive: true, force: true })
}

/** After the close the sealed box holds as many ballots as the roll has participants, and the key is gone. */
async function checkSealed(dataDir: string, { id }: Run, report: Report): Promise<void> {
  const host = await startHost({ dataDir })
  const officers = JSON.parse(
    await ask(`${host.url}/local/people?role=district_officer&limit=1`),
  ) as PersonView[]
  const reply = await call(host.url, officers[0]?.openid ?? '', 'survey.close', { id, reason: '故障测试' })
  await host.stop()
  const { db, close } = await openEmbedded(dataDir)
  const count = async (table: 'surveyRoll' | 'surveyBallot' | 'surveyOpenBallot' | 'surveyKey') =>
    (await db.selectFrom(table).select('surveyId').where('surveyId', '=', id).execute()).length
  const [roll, sealed, open, keys] = [
    await count('surveyRoll'),
    await count('surveyBallot'),
    await count('surveyOpenBallot'),
    await count('surveyKey'),
  ]
  await close()
  const whole = reply.ok && roll === sealed && open === 0 && keys === 0
  report.check(
    'the sealed box holds them all, and the key is gone',
    whole ? [] : [`roll ${roll}, sealed ${sealed}, open ${open}, keys ${keys}, ${JSON.stringify(reply)}`],
    `${sealed} ballots`,
  )
}
