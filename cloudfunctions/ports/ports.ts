/** What the code above asks of the outside. Adapters: CloudBase and WeChat in production, stand-ins on one machine. */
export interface Ports {
  identity: IdentityPort
  wechat: WechatPort
  storage: StoragePort
}

export interface Caller {
  /** Given by the cloud, never read from the event. */
  openid: string | undefined
  requestId: string
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

export interface StoragePort {
  /** HTTP address for uploading raw bytes to `cloudPath`; undefined where the client has a storage SDK. */
  uploadUrl(cloudPath: string): Promise<string | undefined>
  /** Raw bytes that a client uploaded to `cloudPath`. `fileId` is the id the storage SDK gave the client. Throws NOT_FOUND. */
  readUpload(cloudPath: string, fileId: string | undefined): Promise<Buffer>
  removeUpload(cloudPath: string, fileId: string | undefined): Promise<void>
  /** Keeps a checked file; returns the key to ask for it by. */
  write(path: string, bytes: Buffer): Promise<string>
  remove(keys: string[]): Promise<void>
  /** Addresses that work for about an hour, in the order of the keys. */
  urls(keys: string[]): Promise<string[]>
}
