import http from 'node:http'
import type { PersonView } from '~/local/host/views'
import type { Action, Api, ApiReply } from '~/types/api'

/** Milliseconds after which an answer counts as missing; above the 15 s that a statement may take. */
const ANSWER_MS = 25_000

/** Connections that are kept open, as a phone's are. */
export function createAgent(connections: number): http.Agent {
  return new http.Agent({ keepAlive: true, maxSockets: connections })
}
const usual = createAgent(64)

interface Asked {
  method?: 'GET' | 'POST'
  body?: unknown
  openid?: string
  agent?: http.Agent
}

/** The body as it came, byte for byte; rejects when the connection breaks. */
export function ask(
  url: string,
  { method = 'GET', body, openid, agent = usual }: Asked = {},
): Promise<string> {
  const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const headers = {
      ...(sent && { 'content-type': 'application/json', 'content-length': String(sent.length) }),
      ...(openid !== undefined && { 'x-wx-openid': openid }),
    }
    const request = http.request(url, { method, agent, headers, timeout: ANSWER_MS }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('close', () =>
        response.complete
          ? resolve(Buffer.concat(parts).toString())
          : reject(new Error('the answer broke off')),
      )
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', reject)
    request.end(sent)
  })
}

export interface Call<A extends Action = Action> {
  openid: string
  action: A
  input: Api[A]['input']
  key: string
}

/** Sends an action the way a phone does; returns the answer as text. */
export function send(url: string, { openid, action, input, key }: Call, agent?: http.Agent): Promise<string> {
  return ask(`${url}/functions/api`, { method: 'POST', body: { action, input, key }, openid, agent })
}

export function parseReply(text: string): ApiReply {
  return JSON.parse(text) as ApiReply
}

export interface Cast {
  residents: PersonView[]
  /** The worker of each grid, by the grid's code. */
  workers: Map<string, string>
}

/** Residents of some grids with their workers. */
export async function castOf(url: string, grids: number): Promise<Cast> {
  const people = async (query: string) =>
    JSON.parse(await ask(`${url}/local/people?${query}`)) as PersonView[]
  const workers = new Map<string, string>()
  const residents: PersonView[] = []
  for (const worker of await people('role=grid_worker&limit=200')) {
    const own = workers.has(worker.areaCode)
      ? []
      : await people(`role=resident&area=${worker.areaCode}&limit=200`)
    if (own.length > 0) {
      workers.set(worker.areaCode, worker.openid)
      residents.push(...own)
    }
    if (workers.size === grids) {
      break
    }
  }
  if (residents.length === 0) {
    throw new Error('nobody lives in the district')
  }
  return { residents, workers }
}
