import { ATTACHMENT_KINDS, type AttachmentView } from '~/types/attachment'
import { fileOf, type ChosenFile } from './files.h5'

/** A document on the phone that is ready to be sent, by the name it has there. */
export interface ChosenDocument {
  name: string
  file: ChosenFile
}

/** Lets the person choose a document; undefined when they turn back. */
export function chooseDocument(): Promise<ChosenDocument | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = ATTACHMENT_KINDS.map((kind) => `.${kind}`).join(',')
    input.setAttribute('data-role', 'choose-document')
    input.style.display = 'none'
    document.body.appendChild(input)
    const finish = (file: File | undefined) => {
      input.remove()
      resolve(file && { name: file.name, file: fileOf(file) })
    }
    input.addEventListener('change', () => finish(input.files?.[0]))
    input.addEventListener('cancel', () => finish(undefined))
    input.click()
  })
}

/** Opens a document beside the page; what the browser cannot show is saved under its name. */
export function openDocument({ url, name, kind }: AttachmentView): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener'
  if (kind !== 'pdf') {
    link.download = name
  }
  link.click()
  return Promise.resolve()
}
