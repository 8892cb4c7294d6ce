/** What the button says that hands a document over. */
export const HANDS_OVER = '下载'

/** With it spreadsheets read the file as UTF-8. */
const MARK = '\uFEFF'

/** Saves a text as a file of the computer. */
export function handOver(name: string, text: string): Promise<void> {
  const body = text.startsWith(MARK) ? text : MARK + text
  const url = URL.createObjectURL(new Blob([body], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
  return Promise.resolve()
}
