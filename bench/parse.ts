import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { freePort } from './postgres'

/** Version that was measured; its own dependencies are its own, so it is installed beside the project when needed. */
const PACKAGE = 'parse-server@9.10.0'
const FOLDER = path.join(__dirname, '../.cache/parse-server')
const START_MS = 60_000
const IDS = { 'x-parse-application-id': 'bench', 'content-type': 'application/json' }

/** parse-server on a database of the same cluster, with a cloud function that takes a ballot. */
export interface Parse {
  /** One ballot of one person; throws when it is refused. */
  vote(voter: string, answers: number[], agent: http.Agent): Promise<void>
  stop(): Promise<void>
}

/**
 * The same promise in the way its documentation shows: participation and ballot are saved in one transaction, a unique
 * index keeps one person at one ballot, and the voter is looked up among those asked. No sessions: less work for it.
 */
const CLOUD = `
Parse.Cloud.define('vote', async ({ params: { survey, voter, answers } }) => {
  const elector = await new Parse.Query('Elector').equalTo('voter', voter).first({ useMasterKey: true })
  if (elector === undefined) {
    throw new Parse.Error(141, 'not asked')
  }
  const taken = new Parse.Object('Participation', { key: survey + ':' + voter })
  const [q1, q2, q3, q4, q5] = answers
  const ballot = new Parse.Object('Ballot', { survey, area: elector.get('area'), q1, q2, q3, q4, q5 })
  await Parse.Object.saveAll([taken, ballot], { transaction: true, useMasterKey: true })
  return ballot.id
})
`
const SERVER = `
import http from 'node:http'
import express from 'express'
import { ParseServer } from 'parse-server'
const [port, databaseURI] = process.argv.slice(2)
const field = (type) => ({ type })
const answers = Object.fromEntries([1, 2, 3, 4, 5].map((n) => ['q' + n, field('Number')]))
const server = new ParseServer({
  databaseURI, appId: 'bench', masterKey: 'bench', cloud: new URL('./cloud.cjs', import.meta.url).pathname,
  serverURL: 'http://127.0.0.1:' + port + '/parse', directAccess: true, silent: true, logLevel: 'error',
  allowClientClassCreation: false, encodeParseObjectInCloudFunction: true,
  schema: { definitions: [
    { className: 'Elector', fields: { voter: field('String'), area: field('String') }, indexes: { voter: { voter: 1 } } },
    { className: 'Participation', fields: { key: field('String') } },
    { className: 'Ballot', fields: { survey: field('String'), area: field('String'), ...answers } },
  ], strict: false, recreateModifiedFields: false, deleteExtraFields: false, lockSchemas: false },
})
await server.start()
const app = express()
app.use('/parse', server.app)
http.createServer(app).listen(Number(port), '127.0.0.1', () => console.log('listening'))
`

function install(): void {
  if (!existsSync(path.join(FOLDER, 'node_modules/parse-server'))) {
    mkdirSync(FOLDER, { recursive: true })
    // Its routes do not fit a later router, which its own ranges let in.
    writeFileSync(
      path.join(FOLDER, 'package.json'),
      '{ "private": true, "overrides": { "router": "2.2.0" } }',
    )
    execFileSync('npm', ['install', '--no-audit', '--no-fund', PACKAGE], {
      cwd: FOLDER,
      stdio: 'ignore',
    })
  }
  writeFileSync(path.join(FOLDER, 'server.mjs'), SERVER)
  writeFileSync(path.join(FOLDER, 'cloud.cjs'), `/* global Parse */${CLOUD}`)
}

export async function startParse(databaseUrl: string): Promise<Parse> {
  install()
  const port = await freePort()
  const child = spawn(process.execPath, ['server.mjs', String(port), databaseUrl], {
    cwd: FOLDER,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  await listening(child)
  return {
    async vote(voter, answers, agent) {
      const body = JSON.stringify({ survey: 'poll', voter, answers })
      const reply = await post(`http://127.0.0.1:${port}/parse/functions/vote`, body, agent)
      if (!reply.includes('"result"')) {
        throw new Error(`parse-server refused a ballot, so the figure would mean nothing: ${reply}`)
      }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
        setTimeout(() => child.kill('SIGKILL'), 5000).unref()
      }),
  }
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => reject(new Error(`parse-server did not start:\n${printed}`)), START_MS)
    const read = (part: Buffer) => {
      printed += part.toString()
      if (printed.includes('listening')) {
        clearTimeout(late)
        resolve()
      }
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', (code) => reject(new Error(`parse-server ended with ${code}:\n${printed}`)))
  })
}

function post(url: string, body: string, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...IDS, 'content-length': Buffer.byteLength(body) }
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
    })
    request.on('error', reject)
    request.end(body)
  })
}
