import { useEffect, useRef, useState } from 'react'
import { VOICE_SECONDS_MAX, type VoiceView } from '~/types/voice'
import { Failure, uploadVoice, type Recording } from '@/api'
import { startRecording } from './recorder'
import type { Take } from './recorder-types'
import { silence } from './useSound'

/** False where this phone cannot record: then nothing offers it. */
export const CAN_RECORD: boolean = startRecording !== undefined

/** unsent: said, but not sent for want of a network. */
export type RecorderPhase = 'idle' | 'starting' | 'listening' | 'sending' | 'unsent'

interface RecorderState {
  phase: RecorderPhase
  /** How long somebody has been speaking. */
  seconds: number
  /** What went wrong, in words for the person. */
  problem: string | undefined
  /** What the one button does now: begins, ends, or sends once more. */
  tap(): void
  /** Throws away what could not be sent. */
  drop(): void
}

/** From the first tap to the words. What was said is kept until it is sent or dropped. */
export function useRecorder(onVoice: (voice: VoiceView) => void): RecorderState {
  const [phase, setPhase] = useState<RecorderPhase>('idle')
  const [problem, setProblem] = useState<string>()
  const seconds = useSeconds(phase === 'listening')
  const take = useRef<Take>()
  const unsent = useRef<Recording>()
  const tell = useRef(onVoice)
  tell.current = onVoice
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      take.current?.drop()
    }
  }, [])

  async function listen(start: NonNullable<typeof startRecording>): Promise<Recording | undefined> {
    setPhase('starting')
    silence()
    const running = await start()
    take.current = running
    if (gone.current) {
      running.drop()
    }
    setPhase('listening')
    return running.result.finally(() => (take.current = undefined))
  }

  /** Says what failed; what may be sent again is kept. */
  function stumble(error: unknown): void {
    const failure = error instanceof Failure ? error : new Failure('INTERNAL', '出了点问题,请再说一遍')
    if (!failure.retryable) {
      unsent.current = undefined
    }
    const lost = unsent.current === undefined
    setProblem(lost ? failure.message : '没有传上去,您说的还在,有网了再传')
    setPhase(lost ? 'idle' : 'unsent')
  }

  async function act(): Promise<void> {
    if (startRecording === undefined) {
      return
    }
    setProblem(undefined)
    try {
      unsent.current ??= await listen(startRecording)
      if (unsent.current !== undefined) {
        setPhase('sending')
        const voice = await uploadVoice(unsent.current)
        unsent.current = undefined
        if (!gone.current) {
          tell.current(voice)
        }
      }
      setPhase('idle')
    } catch (error) {
      stumble(error)
    }
  }

  return {
    phase,
    seconds,
    problem,
    tap() {
      if (phase === 'listening') {
        take.current?.end()
      } else if (phase === 'idle' || phase === 'unsent') {
        void act()
      }
    },
    drop() {
      unsent.current = undefined
      setProblem(undefined)
      setPhase('idle')
    },
  }
}

/** Whole seconds since `running` became true; 0 while it is not. */
function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!running) {
      return
    }
    setSeconds(0)
    const since = Date.now()
    const count = () => setSeconds(Math.min(VOICE_SECONDS_MAX, Math.floor((Date.now() - since) / 1000)))
    const timer = setInterval(count, 250)
    return () => clearInterval(timer)
  }, [running])
  return running ? seconds : 0
}
