import Taro from '@tarojs/taro'
import type { Action, ApiReply, ApiRequest } from '~/types/api'
import { fromCloud } from './failure'

/** Actions that the server answers by the group the program was opened from. */
const GROUP_ACTIONS: readonly Action[] = ['me.enter', 'group.bind', 'membership.choose']
let ready = false

interface Cloud {
  init(options: { traceUser: boolean; env?: string }): void
  callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>
  CloudID(id: string): unknown
}

/** `Taro.cloud` is `wx.cloud` passed through; its typing of CloudID is wrong. */
function cloud(): Cloud {
  const api = Taro.cloud as unknown as Cloud
  if (!ready) {
    api.init({ traceUser: false, ...(CLOUD_ENV !== '' && { env: CLOUD_ENV }) })
    ready = true
  }
  return api
}

/** The cloudID of the group entry, or undefined when the program was not opened from a group. Lives five minutes. */
function groupEntry(): Promise<unknown> {
  return new Promise((resolve) => {
    const api = Taro as unknown as {
      getGroupEnterInfo?(options: { success(reply: { cloudID?: string }): void; fail(): void }): void
    }
    if (api.getGroupEnterInfo === undefined) {
      resolve(undefined)
      return
    }
    api.getGroupEnterInfo({
      success: ({ cloudID }) => resolve(cloudID === undefined ? undefined : cloud().CloudID(cloudID)),
      fail: () => resolve(undefined), // not opened from a group, or no longer in it
    })
  })
}

/** Calls the event function `api`; throws a Failure when the cloud did not answer. */
export async function send<A extends Action>(request: ApiRequest<A>): Promise<ApiReply<A>> {
  try {
    const group = GROUP_ACTIONS.includes(request.action) ? await groupEntry() : undefined
    const data = group === undefined ? request : { ...request, group }
    const { result } = await cloud().callFunction({ name: 'api', data })
    return result as ApiReply<A>
  } catch (error) {
    throw fromCloud(error)
  }
}
