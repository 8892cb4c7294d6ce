import type { ActivityApi } from './activity-api'
import type { AnnouncementApi } from './announcement'
import type { AppealApi } from './appeal-api'
import type { AreaApi } from './area'
import type { AttachmentApi } from './attachment'
import type { CivilityApi } from './civility'
import type { ApiError } from './errors'
import type { EvaluationApi } from './evaluation'
import type { FeedApi } from './feed'
import type { HelpApi } from './help'
import type { MeApi } from './me'
import type { NoticeApi } from './notice'
import type { MissingApi } from './missing-api'
import type { PartyApi } from './party'
import type { PictureApi } from './picture'
import type { PointsApi } from './points'
import type { RecordApi } from './record'
import type { SettingApi } from './setting'
import type { SubscriptionApi } from './subscription'
import type { SurveyApi } from './survey-api'
import type { BlockApi, ThreadApi } from './thread'
import type { VoiceApi } from './voice'

/** The whole contract: action name → what goes in, what comes out. */
export interface Api
  extends
    ActivityApi,
    AnnouncementApi,
    AppealApi,
    AreaApi,
    AttachmentApi,
    BlockApi,
    CivilityApi,
    EvaluationApi,
    FeedApi,
    HelpApi,
    MeApi,
    MissingApi,
    NoticeApi,
    PartyApi,
    PictureApi,
    PointsApi,
    RecordApi,
    SettingApi,
    SubscriptionApi,
    SurveyApi,
    ThreadApi,
    VoiceApi {}
export type Action = keyof Api
export type Input<A extends Action> = Api[A]['input']
export type Output<A extends Action> = Api[A]['output']

/** The event that `wx.cloud.callFunction({ name: 'api', data })` delivers. */
export interface ApiRequest<A extends Action = Action> {
  action: A
  input: Input<A>
  /** Idempotency key of a write: the same key gives the same answer and one effect. */
  key?: string
  /** `wx.cloud.CloudID` of `getGroupEnterInfo`; the cloud replaces it by the decrypted data. */
  group?: unknown
}

export type ApiReply<A extends Action = Action> =
  { ok: true; data: Output<A> } | { ok: false; error: ApiError }
