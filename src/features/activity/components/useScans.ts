import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '@/hooks'

export type CheckAction = 'activity.checkIn' | 'activity.checkOut'
export interface Scan {
  id: string
  action: CheckAction
  code: string
  /** When it was scanned; ISO 8601. */
  at: string
}

const KEY = 'activity.scans'

function read(): Scan[] {
  const kept: unknown = Taro.getStorageSync(KEY)
  return Array.isArray(kept) ? (kept as Scan[]) : []
}

function write(scans: Scan[]): void {
  if (scans.length === 0) {
    Taro.removeStorageSync(KEY)
  } else {
    Taro.setStorageSync(KEY, scans)
  }
}

/** Keeps a scan until it can be delivered; the same one is kept once. */
export function keepScan(scan: Scan): void {
  forgetScan(scan)
  write([...read(), scan])
}

/** The scan has arrived, or was refused: asking again would change nothing. */
export function forgetScan(scan: Scan): void {
  write(read().filter(({ id, action }) => id !== scan.id || action !== scan.action))
}

/** The scans that wait for a network, in their order; delivers them whenever a page with them is shown. */
export function useScans() {
  const [waiting, setWaiting] = useState(() => read().length)
  const checkIn = useAction('activity.checkIn')
  const checkOut = useAction('activity.checkOut')
  const sent = useRef<Scan>()
  const failure = checkIn.failure ?? checkOut.failure

  async function deliverAll(): Promise<void> {
    for (const scan of read()) {
      const { id, action, code, at } = scan
      sent.current = scan
      const input = { id, proof: { by: 'code', code, at } as const }
      if ((await (action === 'activity.checkIn' ? checkIn : checkOut).run(input)) === undefined) {
        break
      }
      forgetScan(scan)
    }
    setWaiting(read().length)
  }

  useDidShow(() => {
    if (read().length > 0) {
      void deliverAll()
    }
  })
  useEffect(() => {
    if (failure !== undefined && !failure.retryable && sent.current !== undefined) {
      forgetScan(sent.current)
      setWaiting(read().length)
    }
  }, [failure])
  return { waiting }
}
