import { useEffect, useState } from 'react'
import { useCall } from '@/hooks'

/** Wait after the last character before asking, in milliseconds. */
const PAUSE_MS = 600
/** Fewer characters say too little. */
const LEAST = 4

/** The category that the words point to, asked for when the person stops writing. */
export function useSuggestion(text: string) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const asked = settled.trim().slice(0, 2000)
  return useCall('appeal.suggest', { text: asked }, { when: [...asked].length >= LEAST }).data
}
