import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { soundDespiteMute } from './phone'

/** Stops what is being played, wherever it is: one sound at a time. */
let stopCurrent: (() => void) | undefined

/** Stops what is being played, so that it is not recorded. */
export function silence(): void {
  stopCurrent?.()
}

interface SoundState {
  playing: boolean
  /** The last try could not be played. */
  failed: boolean
  /** Plays from the beginning, or stops. */
  toggle(): void
}

/** Plays one recording; stops when the page goes away. */
export function useSound(url: string): SoundState {
  const [playing, setPlaying] = useState(false)
  const [failed, setFailed] = useState(false)
  const sound = useRef<Taro.InnerAudioContext>()
  useEffect(
    () => () => {
      sound.current?.destroy()
      sound.current = undefined
    },
    [url],
  )
  useDidHide(() => playing && stop())

  function open(): Taro.InnerAudioContext {
    soundDespiteMute()
    const made = Taro.createInnerAudioContext()
    made.src = url
    made.onEnded(() => setPlaying(false))
    made.onError(fail)
    sound.current = made
    return made
  }

  function fail(): void {
    setPlaying(false)
    setFailed(true)
  }

  function stop(): void {
    sound.current?.stop()
    setPlaying(false)
  }

  function play(): void {
    silence()
    stopCurrent = stop
    setFailed(false)
    setPlaying(true)
    // In a browser it is a promise, which is broken when the sound is stopped at once.
    void Promise.resolve((sound.current ?? open()).play() as unknown).catch((error: unknown) => {
      if ((error as { name?: string }).name !== 'AbortError') {
        fail()
      }
    })
  }

  return { playing, failed, toggle: playing ? stop : play }
}
