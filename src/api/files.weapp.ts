import Taro from '@tarojs/taro'
import { offline } from './failure'

/** A picture or a recording on the phone that is ready to be sent. */
export interface ChosenFile {
  bytes: number
  /** Address for an image component before it is sent; good until it has been sent. */
  path: string
  /** Sends the raw bytes to where the server said. */
  send(upload: { cloudPath: string; url?: string }): Promise<void>
}

/** Quality of the compression before sending, 0 to 100. */
const QUALITY = 80

export function fileAt(filePath: string, bytes: number): ChosenFile {
  return {
    bytes,
    path: filePath,
    async send({ cloudPath }) {
      try {
        await Taro.cloud.uploadFile({ cloudPath, filePath })
      } catch {
        throw offline()
      }
    },
  }
}

async function prepare(path: string): Promise<ChosenFile> {
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: QUALITY })
  const bytes = await new Promise<number>((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: tempFilePath,
      success: ({ size }) => resolve(size),
      fail: reject,
    }),
  )
  return fileAt(tempFilePath, bytes)
}

/** Lets the person take or choose up to `count` pictures; empty when they turn back. */
export async function chooseFiles(count: number): Promise<ChosenFile[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    return await Promise.all(tempFiles.map((file) => prepare(file.tempFilePath)))
  } catch {
    return [] // turned back, or the album was refused; the phone has said so itself
  }
}
