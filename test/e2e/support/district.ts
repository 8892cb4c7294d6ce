import { randomUUID } from 'node:crypto'
import type { Action, ApiReply, Input, Output } from '~/types/api'
import type { GroupMessageView, PersonRole, PersonView } from '~/local/host/views'

export const URL = process.env.E2E_URL ?? ''

async function getJson<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(URL + path, init)
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }
  return (await response.json()) as T
}
const post = <T>(path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  getJson<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** Somebody of the demonstration who holds this role here. */
export async function person(role: PersonRole, area: string, place = 0): Promise<PersonView> {
  const people = await getJson<PersonView[]>(`/local/people?role=${role}&area=${area}&limit=${place + 1}`)
  const found = people[place]
  if (found === undefined) {
    throw new Error(`no ${role} in ${area}`)
  }
  return found
}

/** The people of one grid and above it who play the loop; another `first` plays with other residents. */
export async function peopleOf(grid: string, first = 0) {
  return {
    resident: await person('resident', grid, first),
    neighbour: await person('resident', grid, first + 1),
    worker: await person('grid_worker', grid),
    secretary: await person('village_secretary', grid.slice(0, 12)),
    officer: await person('town_officer', grid.slice(0, 9)),
    leader: await person('district_officer', grid.slice(0, 6)),
  }
}

/** Calls an action as the mini program would; throws when it is refused. */
export async function call<A extends Action>(openid: string, action: A, input: Input<A>): Promise<Output<A>> {
  const reply = await post<ApiReply>(
    '/functions/api',
    { action, input, key: randomUUID() },
    { 'x-wx-openid': openid },
  )
  if (!reply.ok) {
    throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
  }
  return reply.data
}

export const runJobs = () => post<unknown>('/functions/jobs')
export const advance = (duration: string) => post<unknown>('/local/clock', { advance: duration })
export const messagesOf = (area: string) =>
  getJson<{ items: GroupMessageView[] }>(`/local/groups/${area}/messages`).then(({ items }) => items)
