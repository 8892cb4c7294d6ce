import { VOICE_SECONDS_MAX } from '~/types/voice'
import { Failure, type Recording } from '@/api'
import { fileOf } from '@/api/files.h5'
import type { StartRecording, Take } from './recorder-types'

/** What the recognition reads comes first; WebM it does not, but some browsers record nothing else. */
const TYPES = ['audio/mp4;codecs=mp4a.40.2', 'audio/ogg;codecs=opus', 'audio/webm;codecs=opus']
/** Bits a second: plain speech, a quarter of a megabyte a minute. */
const BITS = 32_000

/** Browsers keep the microphone from pages without HTTPS, localhost excepted. */
function isAvailable(): boolean {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  return mediaDevices !== undefined && 'MediaRecorder' in window
}

function refused(error: unknown): Failure {
  const { name } = error as { name?: string }
  return name === 'NotAllowedError'
    ? new Failure(
        'FORBIDDEN',
        '浏览器还没有允许用麦克风。请点地址栏左边的图标,允许“麦克风”,再点“说话”;也可以打字',
      )
    : new Failure('UNAVAILABLE', '没有找到能用的麦克风,请打字')
}

async function start(): Promise<Take> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: unknown) => {
    throw refused(error)
  })
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const machine = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: BITS })
  const end = () => machine.state !== 'inactive' && machine.stop()
  const limit = setTimeout(end, VOICE_SECONDS_MAX * 1000)
  const free = () => {
    clearTimeout(limit)
    stream.getTracks().forEach((track) => track.stop()) // puts out the light of the microphone
  }
  const parts: Blob[] = []
  const since = Date.now()
  let dropped = false
  const result = new Promise<Recording | undefined>((resolve, reject) => {
    machine.ondataavailable = ({ data }) => parts.push(data)
    machine.onerror = () => {
      free()
      reject(new Failure('UNAVAILABLE', '没有录上,请再说一遍,也可以打字'))
    }
    machine.onstop = () => {
      free()
      const file = fileOf(new Blob(parts, { type: machine.mimeType }))
      resolve(dropped ? undefined : { file, ms: Date.now() - since })
    }
  })
  machine.start()
  return {
    end,
    drop() {
      dropped = true
      end()
    },
    result,
  }
}

/** Undefined where the browser cannot record. */
export const startRecording: StartRecording | undefined = isAvailable() ? start : undefined
