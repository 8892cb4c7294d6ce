import Taro from '@tarojs/taro'
import { VOICE_SECONDS_MAX } from '~/types/voice'
import { Failure, type Recording } from '@/api'
import { fileAt } from '@/api/files.weapp'
import type { StartRecording, Take } from './recorder-types'

/** What the recognition likes best: one channel at 16 kHz. A third of a megabyte a minute. */
const OPTIONS = {
  duration: VOICE_SECONDS_MAX * 1000,
  sampleRate: 16000,
  numberOfChannels: 1,
  encodeBitRate: 48000,
  format: 'mp3',
} as const

interface Waiting {
  resolve(recording: Recording | undefined): void
  reject(failure: Failure): void
  dropped: boolean
}

let manager: Taro.RecorderManager | undefined
/** Who waits for the end of the recording; the phone has one recorder. */
let waiting: Waiting | undefined

const refused = () =>
  new Failure(
    'FORBIDDEN',
    '还没有允许用麦克风。请点右上角三个点,进“设置”,打开“麦克风”,再回来点“说话”;也可以打字',
  )

/** The phone's one recorder, which is listened to once. */
function open(): Taro.RecorderManager {
  if (manager !== undefined) {
    return manager
  }
  const made = Taro.getRecorderManager()
  made.onStop(({ tempFilePath, fileSize, duration }) => {
    const recording = { file: fileAt(tempFilePath, fileSize), ms: duration }
    waiting?.resolve(waiting.dropped ? undefined : recording)
    waiting = undefined
  })
  made.onError(({ errMsg }) => {
    const failure = new Failure('UNAVAILABLE', '没有录上,请再说一遍,也可以打字')
    waiting?.reject(/auth/.test(errMsg) ? refused() : failure)
    waiting = undefined
  })
  // A call comes in, or the program goes to the background: what was said so far is kept.
  made.onInterruptionBegin(() => made.stop())
  made.onPause(() => made.stop())
  manager = made
  return made
}

async function start(): Promise<Take> {
  await Taro.authorize({ scope: 'scope.record' }).catch(() => {
    throw refused()
  })
  if (waiting !== undefined) {
    throw new Failure('CONFLICT', '前一段还没有说完,请先点一下说完')
  }
  const machine = open()
  const result = new Promise<Recording | undefined>((resolve, reject) => {
    waiting = { resolve, reject, dropped: false }
  })
  machine.start(OPTIONS)
  return {
    end: () => machine.stop(),
    drop() {
      if (waiting !== undefined) {
        waiting.dropped = true
      }
      machine.stop()
    },
    result,
  }
}

/** Undefined where WeChat offers no recorder, as on some computers. */
export const startRecording: StartRecording | undefined =
  'getRecorderManager' in Taro && typeof Taro.getRecorderManager === 'function' ? start : undefined
