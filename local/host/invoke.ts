import { randomUUID } from 'node:crypto'
import { APPID, type WechatStandin } from '../standins/wechat'

/** What sets functions off, by the cloud's names: the program on a phone, or WeChat and the clock. */
type Source = 'wx_client' | 'wx_trigger'

/** What the cloud passes beside an event: who calls and from where, as environment of this one invocation. */
export function cloudContext(
  openid: string | undefined,
  source: Source = 'wx_client',
): Record<string, unknown> {
  const identity = openid === undefined ? { WX_APPID: APPID } : { WX_OPENID: openid, WX_APPID: APPID }
  const environment = {
    WX_CONTEXT_KEYS: Object.keys(identity).join(','),
    ...identity,
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    TCB_SOURCE: source,
  }
  return {
    request_id: randomUUID(),
    function_name: 'api',
    function_version: '$LATEST',
    namespace: 'local',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 20_000,
    environment: JSON.stringify(environment),
  }
}

/**
 * The event as the function sees it: what the client sent, with the entry data that WeChat made when the program was
 * opened from a group. Without a group the client's own `group`, if any, is passed as it is and proves nothing.
 */
export function cloudEvent(
  wechat: WechatStandin,
  body: Record<string, unknown>,
  opengid: string | undefined,
): Record<string, unknown> {
  return opengid === undefined ? body : { ...body, group: wechat.enterFrom(opengid) }
}
