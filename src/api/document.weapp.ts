import Taro from '@tarojs/taro'

/** What the button says that hands a document over. */
export const HANDS_OVER = '发到聊天'

/** With it spreadsheets read the file as UTF-8. */
const MARK = '\uFEFF'

/** Sends a text as a file into a chat, since a phone cannot open the table itself. Must be called by a tap. */
export async function handOver(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, text.startsWith(MARK) ? text : MARK + text, 'utf8')
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
  } catch {
    // turned back; WeChat has said so itself
  }
}
