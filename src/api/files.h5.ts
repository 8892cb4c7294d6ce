import { PICTURE_SIDE_MAX } from '~/types/picture'
import { Failure, offline } from './failure'

/** A picture or a recording on the phone that is ready to be sent. */
export interface ChosenFile {
  bytes: number
  /** Address for an image component before it is sent; good until it has been sent. */
  path: string
  /** Sends the raw bytes to where the server said. */
  send(upload: { cloudPath: string; url?: string }): Promise<void>
}

const QUALITY = 0.82

/** Makes a large photo small before sending; what the browser cannot read is sent as it is and judged there. */
async function shrink(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, PICTURE_SIDE_MAX / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return blob !== null && blob.size < file.size ? blob : file
  } catch {
    return file
  }
}

async function put(url: string, body: Blob): Promise<void> {
  const response = await fetch(url, { method: 'PUT', body }).catch(() => {
    throw offline()
  })
  if (!response.ok) {
    const { error } = (await response.json().catch(() => ({}))) as { error?: { message?: string } }
    throw new Failure('INVALID', error?.message ?? '没有传上去,请再试一次')
  }
}

export function fileOf(blob: Blob): ChosenFile {
  const path = URL.createObjectURL(blob)
  return {
    bytes: blob.size,
    path,
    async send({ url = '' }) {
      await put(url, blob)
      URL.revokeObjectURL(path)
    },
  }
}

/** Lets the person choose up to `count` pictures; empty when they turn back. */
export function chooseFiles(count: number): Promise<ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    input.setAttribute('data-role', 'choose-pictures')
    input.style.display = 'none'
    document.body.appendChild(input)
    const finish = (files: File[]) => {
      input.remove()
      void Promise.all(files.slice(0, count).map(shrink)).then((blobs) => resolve(blobs.map(fileOf)))
    }
    input.addEventListener('change', () => finish([...(input.files ?? [])]))
    input.addEventListener('cancel', () => finish([]))
    input.click()
  })
}
