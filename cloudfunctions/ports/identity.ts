import tcb from '@cloudbase/node-sdk'
import { randomUUID } from 'node:crypto'
import type { IdentityPort } from './ports'

/** Identity as CloudBase passes it beside the event; values of the invocation win over those of the process. */
export const cloudIdentity: IdentityPort = {
  read(context) {
    const { WX_OPENID, TCB_SOURCE } = tcb.getCloudbaseContext(
      (context ?? {}) as Parameters<typeof tcb.getCloudbaseContext>[0],
    )
    const requestId = (context as { request_id?: unknown } | null)?.request_id
    return {
      openid: typeof WX_OPENID === 'string' && WX_OPENID !== '' ? WX_OPENID : undefined,
      requestId: typeof requestId === 'string' ? requestId : randomUUID(),
      source: typeof TCB_SOURCE === 'string' ? TCB_SOURCE : '',
    }
  },
}
