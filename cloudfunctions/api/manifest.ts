import { z } from 'zod'
import type { Action } from '~/types/api'
import type { ActionRow } from '../core/action'
import { activityActions } from '../features/activity/actions'
import { announcementActions } from '../features/announcement/actions'
import { appealActions } from '../features/appeal/actions'
import { areaActions } from '../features/area/actions'
import { attachmentActions } from '../features/attachment/actions'
import { assignmentActions } from '../features/assignment/actions'
import { blockActions } from '../features/block/actions'
import { civilityActions } from '../features/civility/actions'
import { deliveryActions } from '../features/delivery/actions'
import { evaluationActions } from '../features/evaluation/actions'
import { feedActions } from '../features/feed/actions'
import { groupActions } from '../features/group/actions'
import { helpActions } from '../features/help/actions'
import { meActions } from '../features/me/actions'
import { membershipActions } from '../features/membership/actions'
import { noticeActions } from '../features/notice/actions'
import { missingActions } from '../features/missing/actions'
import { partyActions } from '../features/party/actions'
import { pictureActions } from '../features/picture/actions'
import { pointsActions } from '../features/points/actions'
import { recordActions } from '../features/record/actions'
import { settingActions } from '../features/setting/actions'
import { subscriptionActions } from '../features/subscription/actions'
import { surveyActions } from '../features/survey/actions'
import { threadActions } from '../features/thread/actions'
import { voiceActions } from '../features/voice/actions'

/** Every action of the contract, once. */
export const ALL_ACTIONS: ActionRow[] = [
  ...activityActions,
  ...announcementActions,
  ...appealActions,
  ...areaActions,
  ...assignmentActions,
  ...attachmentActions,
  ...blockActions,
  ...civilityActions,
  ...deliveryActions,
  ...evaluationActions,
  ...feedActions,
  ...groupActions,
  ...helpActions,
  ...meActions,
  ...membershipActions,
  ...noticeActions,
  ...missingActions,
  ...partyActions,
  ...pictureActions,
  ...pointsActions,
  ...recordActions,
  ...settingActions,
  ...subscriptionActions,
  ...surveyActions,
  ...threadActions,
  ...voiceActions,
]

export interface ActionDescription {
  action: Action
  rule: string
  write: boolean
  audit: string | null
  /** JSON Schema of what goes in. */
  input: unknown
}

/** The manifest for people and programs: what may be asked, by whom, with which input. */
export function describeActions(): ActionDescription[] {
  return ALL_ACTIONS.map(({ action, rule, write, audit, input }) => ({
    action,
    rule,
    write,
    audit,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  }))
}
