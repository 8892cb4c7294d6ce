import type { CloudBase } from '@cloudbase/node-sdk'
import { AppError } from '../core/errors'
import { askCloud } from './ask-cloud'
import type { StoragePort } from './ports'

/** How long an address for outsiders works, in seconds: the platform fetches a picture within half an hour. */
const PUBLIC_SECONDS = 7200

/** What the SDK says of a file that nobody uploaded. */
const NOT_THERE = 'STORAGE_FILE_NONEXIST'

/** CloudBase storage. The client uploads with the SDK, so there is no upload address; keys are file ids. */
export function cloudStorage(app: CloudBase): StoragePort {
  const missing = () => new AppError('NOT_FOUND', { userMessage: '没有收到您传的文件,请再传一次' })
  /** The storage names files by its own ids; asking for upload data of the same path tells which. */
  const fileIdOf = async (cloudPath: string): Promise<string> => {
    const { data } = await askCloud('getUploadMetadata', app.getUploadMetadata({ cloudPath }))
    return data.fileId
  }
  return {
    uploadUrl: () => Promise.resolve(undefined),
    async readUpload(cloudPath) {
      const fileID = await fileIdOf(cloudPath)
      const { fileContent } = await askCloud('downloadFile', app.downloadFile({ fileID })).catch(
        (error: unknown) => {
          throw error instanceof AppError && error.reason === NOT_THERE ? missing() : error
        },
      )
      if (fileContent === undefined) {
        throw missing()
      }
      return Buffer.isBuffer(fileContent) ? fileContent : Buffer.from(fileContent, 'binary')
    },
    async removeUpload(cloudPath) {
      await askCloud('deleteFile', app.deleteFile({ fileList: [await fileIdOf(cloudPath)] }))
    },
    async write(path, bytes) {
      const { fileID } = await askCloud('uploadFile', app.uploadFile({ cloudPath: path, fileContent: bytes }))
      return fileID
    },
    async remove(keys) {
      if (keys.length > 0) {
        await askCloud('deleteFile', app.deleteFile({ fileList: keys }))
      }
    },
    url: (key) => key,
    async publicUrl(key) {
      const asked = app.getTempFileURL({ fileList: [{ fileID: key, maxAge: PUBLIC_SECONDS }] })
      const { fileList } = await askCloud('getTempFileURL', asked)
      const url = fileList[0]?.tempFileURL ?? ''
      if (url === '') {
        throw new AppError('UPSTREAM', { message: 'getTempFileURL', userMessage: '请稍后再试' })
      }
      return url
    },
  }
}
