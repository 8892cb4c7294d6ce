import type { Action, ApiReply, ApiRequest } from '~/types/api'
import { Failure, offline } from './failure'

/** Who this window plays on the one-machine district; given by the page around it, kept for reloads. */
function identity(): Record<string, string> {
  const query = new URLSearchParams(window.location.search)
  const headers: Record<string, string> = {}
  for (const name of ['openid', 'opengid']) {
    const value = query.get(name)
    if (value !== null && value !== '') {
      headers[`x-wx-${name}`] = value
    }
  }
  return headers
}

/** Posts the same event to the one-machine host; throws a Failure when nothing answers. */
export async function send<A extends Action>(request: ApiRequest<A>): Promise<ApiReply<A>> {
  let response: Response
  try {
    response = await fetch('/functions/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...identity() },
      body: JSON.stringify(request),
    })
  } catch {
    throw offline()
  }
  try {
    return (await response.json()) as ApiReply<A>
  } catch {
    throw new Failure('UNAVAILABLE', '系统正忙,请过一会儿再试,您写的都还在')
  }
}
