import type { ApiReply } from '~/types/api'
import type { Deps } from '../core/deps'
import { createGateway } from '../core/gateway'
import { ALL_ACTIONS } from './manifest'

/** The one event function for every call of the mini program: `(event, context) => reply`, never throws. */
export function createApi(deps: Deps): (event: unknown, context: unknown) => Promise<ApiReply> {
  return createGateway(deps, ALL_ACTIONS)
}
