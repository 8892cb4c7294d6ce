import { useEffect, useState } from 'react'

/** Wait after the last character, in milliseconds. */
const PAUSE_MS = 600
/** Fewer characters say too little to be asked about. */
const LEAST = 4

/** The text as it stands when the person stops writing; undefined while it is too short. */
export function useSettled(text: string): string | undefined {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const asked = settled.trim().slice(0, 2000)
  return [...asked].length >= LEAST ? asked : undefined
}
