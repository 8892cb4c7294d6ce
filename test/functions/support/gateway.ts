import { randomUUID } from 'node:crypto'
import { bodyOf, fail, serve, type Standin, type Trouble } from './reply'

/** The environment's storage names files by this. */
const BUCKET = 'cloud://env-test.bucket'
const FILE_ID = /^cloud:\/\/[^/]+\/(.+)$/

interface Asked {
  action?: string
  path?: string
  file_list?: { fileid: string; max_age?: number }[]
  fileid_list?: string[]
  apiName?: string
  requestData?: string
}

export interface CloudGateway extends Standin {
  /** What lies in the storage, by its path. */
  files: Map<string, Buffer>
  /** Actions that were asked for, in order. */
  asked: string[]
  /** Fails until it is taken back. */
  trouble: Trouble | undefined
  /** What a phone sends with a call that was opened from this group; works once, as the platform's lives shortly. */
  cloudId(opengid: string, at?: Date): string
}

/** CloudBase's admin gateway, the storage behind it and the group entries of WeChat (platform facts A3, A4). */
export async function openGateway(appid: string): Promise<CloudGateway> {
  const files = new Map<string, Buffer>()
  const asked: string[] = []
  const entries = new Map<string, object>()
  const state: { trouble: Trouble | undefined } = { trouble: undefined }
  const pathOf = (fileId: string) => FILE_ID.exec(fileId)?.[1] ?? ''

  const download = ({ fileid }: { fileid: string }) =>
    files.has(pathOf(fileid))
      ? { fileID: fileid, tempFileURL: `${standin.url}/files/${pathOf(fileid)}`, code: 'SUCCESS' }
      : { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
  const metadata = (path: string) => ({
    url: `${standin.url}/cos/${path}`,
    token: 'token',
    authorization: 'authorization',
    fileId: `${BUCKET}/${path}`,
    cosFileId: 'cos',
    download_url: `${standin.url}/files/${path}`,
  })
  const openData = (requestData: string) => {
    const { list } = JSON.parse(requestData) as { list: string[] }
    return JSON.stringify({ list: list.flatMap((cloudId) => entries.get(cloudId) ?? []) })
  }
  const answers: Record<string, (body: Asked) => object> = {
    'storage.getUploadMetadata': ({ path = '' }) => metadata(path),
    'storage.batchGetDownloadUrl': ({ file_list = [] }) => ({ download_list: file_list.map(download) }),
    'storage.batchDeleteFile': ({ fileid_list = [] }) => ({
      delete_list: fileid_list.map((fileID) => {
        return { fileID, code: files.delete(pathOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
      }),
    }),
    'wx.api': ({ requestData = '{}' }) => ({ responseData: openData(requestData) }),
  }

  const standin = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://gateway')
    const body = await bodyOf(request)
    if (state.trouble !== undefined) {
      fail(response, state.trouble)
    } else if (pathname.startsWith('/cos/')) {
      files.set(decodeURIComponent(pathname.slice('/cos/'.length)), body)
      response.end()
    } else if (pathname.startsWith('/files/')) {
      const file = files.get(decodeURIComponent(pathname.slice('/files/'.length)))
      response.writeHead(file === undefined ? 404 : 200).end(file)
    } else {
      const sent = JSON.parse(body.toString()) as Asked
      const name = sent.action ?? ''
      asked.push(name === 'wx.api' ? (sent.apiName ?? '') : name)
      const data = answers[name]?.(sent)
      const unknown = { code: 'INVALID_PARAM', message: `no such action: ${name}` }
      const reply = data === undefined ? unknown : { data }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ requestId: randomUUID(), ...reply }))
    }
  })
  return Object.assign(state, standin, {
    files,
    asked,
    cloudId(opengid: string, at = new Date()) {
      const cloudId = `74_${randomUUID()}`
      const watermark = { appid, timestamp: Math.floor(at.getTime() / 1000) }
      entries.set(cloudId, { cloudID: cloudId, data: { opengid, watermark } })
      return cloudId
    },
  })
}
