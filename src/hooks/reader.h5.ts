import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ReaderState } from './reader-types'
import { silence } from './useSound'

/** A browser reads aloud by itself, most of them at least. */
export const CAN_READ: boolean = typeof window !== 'undefined' && 'speechSynthesis' in window

/** Slower than people talk among themselves. */
const RATE = 0.9
/** Sentences: what is read in one go is cut off by some browsers after fifteen seconds. */
const SENTENCE = /[^。!?;\n]+[。!?;]?/g

/** Reads a text sentence by sentence; stops when the page goes away. */
export function useReader(text: string): ReaderState {
  const [reading, setReading] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(
    () => () => {
      if (CAN_READ) {
        window.speechSynthesis.cancel()
      }
    },
    [text],
  )
  useDidHide(() => reading && stop())

  function stop(): void {
    window.speechSynthesis.cancel()
    setReading(false)
  }

  function read(): void {
    silence()
    window.speechSynthesis.cancel()
    const sentences = text.match(SENTENCE) ?? []
    sentences.forEach((sentence, n) => {
      const spoken = new SpeechSynthesisUtterance(sentence)
      spoken.lang = 'zh-CN'
      spoken.rate = RATE
      spoken.onend = () => n === sentences.length - 1 && setReading(false)
      spoken.onerror = ({ error }) => {
        setReading(false)
        setFailed(error !== 'canceled' && error !== 'interrupted')
      }
      window.speechSynthesis.speak(spoken)
    })
    setFailed(false)
    setReading(sentences.length > 0)
  }

  return { reading, failed, toggle: reading ? stop : read }
}
