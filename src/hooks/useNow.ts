import { useEffect, useState } from 'react'
import { serverNow } from '@/api'

/** The server's time, renewed every half minute, for what is counted down. Milliseconds since 1970. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
