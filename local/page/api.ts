/** Sentence to show when the host gave none. */
const AWAY = '本机的服务没有回应,请看看启动它的窗口'

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    throw new Error(AWAY)
  }
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
  if (!response.ok) {
    throw new Error(body?.error?.message ?? AWAY)
  }
  return body as T
}

export function get<T>(path: string): Promise<T> {
  return request<T>(path)
}

export function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return request<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
