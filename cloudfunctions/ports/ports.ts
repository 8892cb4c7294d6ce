import type { SubscriptionKind } from '~/types/subscription'
import type { VoiceFormat } from '~/types/voice'

/** What the code above asks of the outside. Adapters: CloudBase and WeChat in production, stand-ins on one machine. */
export interface Ports {
  identity: IdentityPort
  wechat: WechatPort
  storage: StoragePort
  content: ContentPort
  messages: MessagePort
  speech: SpeechPort
}

export interface Caller {
  /** Given by the cloud, never read from the event. */
  openid: string | undefined
  requestId: string
  /** What set the function off, as the cloud names it, with commas when one call led to another; '' when unknown. */
  source: string
}

export interface IdentityPort {
  /** Who calls, from the context that the cloud passes beside the event. */
  read(context: unknown): Caller
}

export interface WechatPort {
  /**
   * opengid of the group that the program was opened from, checked with WeChat; undefined when there is none
   * or when it cannot be proven. `group` is what the client sent and proves nothing by itself.
   */
  resolveGroup(group: unknown, context: unknown): Promise<string | undefined>
}

/** pass: may be shown · review: a person should look · risky: must not be shown. */
export type ContentVerdict = 'pass' | 'review' | 'risky'

export interface ContentPort {
  /** What the platform thinks of words that others will read; `openid` is who wrote them. Throws when it is silent. */
  checkText(asked: { openid: string; text: string }): Promise<ContentVerdict>
  /**
   * Asks about a picture at an HTTP address that the platform can fetch; its answer comes later under the id that is
   * given back. Undefined when the platform does not judge this author. Throws when it is silent.
   */
  checkPicture(asked: { openid: string; url: string }): Promise<string | undefined>
  /** The answer in a message that the platform pushed; undefined when the message is something else. */
  readAnswer(event: unknown): PictureAnswer | undefined
}

/** What the platform found out about a picture; without a verdict when it could not look at it. */
export interface PictureAnswer {
  traceId: string
  verdict?: ContentVerdict
}

/** What a message says; a field that is too long for the platform is cut. */
export interface MessageFields {
  title: string
  /** A word or two: 已办结. */
  state: string
  /** A moment in Shanghai: 2026-11-23 18:03. */
  at: string
  note: string
}

/** sent: it is with WeChat · unsubscribed: the person lets nothing through · wrong: trying again would change nothing */
export interface MessageOutcome {
  outcome: 'sent' | 'unsubscribed' | 'wrong'
  /** The platform's number, or ''. */
  reason: string
}

/** Messages to one person, who has let each one through beforehand. */
export interface MessagePort {
  /** What people can be asked to let through. */
  templates: { kind: SubscriptionKind; templateId: string }[]
  /** Throws when the platform is silent or busy; then the message may be tried again. */
  send(message: {
    openid: string
    kind: SubscriptionKind
    /** Page that opens, with its query. */
    page: string
    fields: MessageFields
  }): Promise<MessageOutcome>
}

/** A recording, as it was checked. */
export interface Speech {
  bytes: Buffer
  format: VoiceFormat
  /** As the phone measured it. */
  seconds: number
}

export interface SpeechPort {
  /**
   * The words of a recording; empty when nothing was understood or nobody here can. Never throws, since the recording
   * is kept either way and the person can still type.
   */
  transcribe(speech: Speech): Promise<string>
}

export interface StoragePort {
  /** HTTP address for uploading raw bytes to `cloudPath`; undefined where the client has a storage SDK. */
  uploadUrl(cloudPath: string): Promise<string | undefined>
  /** Raw bytes that a client uploaded to `cloudPath`. Throws NOT_FOUND when nothing arrived. */
  readUpload(cloudPath: string): Promise<Buffer>
  /** Removes a raw upload; one that is not there is fine. */
  removeUpload(cloudPath: string): Promise<void>
  /** Keeps a checked file; returns the key to ask for it by. */
  write(path: string, bytes: Buffer): Promise<string>
  /** Removes kept files; those that are not there are fine. */
  remove(keys: string[]): Promise<void>
  /**
   * Address to show a file by. Made without asking anybody, since views are made inside transactions. In the cloud
   * it is the file id, which WeChat's image component resolves under the storage's security rule.
   */
  url(key: string): string
  /** HTTP address by which somebody outside can fetch a kept file for the next hour at least. Asks the storage. */
  publicUrl(key: string): Promise<string>
}
