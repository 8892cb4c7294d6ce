import Taro from '@tarojs/taro'
import { ATTACHMENT_KINDS, type AttachmentView } from '~/types/attachment'
import { offline } from './failure'
import { fileAt, type ChosenFile } from './files.weapp'

/** A document on the phone that is ready to be sent, by the name it has there. */
export interface ChosenDocument {
  name: string
  file: ChosenFile
}

/** Lets the person choose a document out of a chat, which is where phones have them; undefined when they turn back. */
export async function chooseDocument(): Promise<ChosenDocument | undefined> {
  try {
    const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...ATTACHMENT_KINDS] })
    const [first] = chosen.tempFiles
    return first && { name: first.name, file: fileAt(first.path, first.size) }
  } catch {
    return undefined // turned back; WeChat has said so itself
  }
}

/** Fetches a document from the cloud storage and shows it. Throws a Failure when it could not be fetched. */
export async function openDocument({ url, kind }: AttachmentView): Promise<void> {
  const { tempFilePath } = await Taro.cloud.downloadFile({ fileID: url }).catch(() => {
    throw offline()
  })
  await Taro.openDocument({ filePath: tempFilePath, fileType: kind, showMenu: true })
}
