import { useCallback, useEffect, useState } from 'react'
import type { DistrictView, GridView } from '../host/views'
import { get } from './api'

/** Milliseconds between looks; faster while the phone is being built. */
const SLOW_MS = 15_000
const FAST_MS = 3000

/** The district and how far its time is ahead of this browser's clock. */
export function useDistrict() {
  const [district, setDistrict] = useState<DistrictView>()
  const [offsetMs, setOffsetMs] = useState(0)
  const [error, setError] = useState('')
  const setNow = useCallback((now: string) => setOffsetMs(Date.parse(now) - Date.now()), [])
  const load = useCallback(async () => {
    try {
      const view = await get<DistrictView>('/local/district')
      setDistrict(view)
      setNow(view.now)
      setError('')
    } catch (failure) {
      setError((failure as Error).message)
    }
  }, [setNow])
  const pause = district?.phone === 'ready' && error === '' ? SLOW_MS : FAST_MS
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), pause)
    return () => clearInterval(timer)
  }, [load, pause])
  return { district, offsetMs, error, setNow, reload: load }
}

/** One grid with its people; looked at again now and then, since people come and go. */
export function useGrid(code: string | undefined) {
  const [grid, setGrid] = useState<GridView>()
  const [error, setError] = useState('')
  const load = useCallback(async () => {
    if (code === undefined) {
      return
    }
    try {
      setGrid(await get<GridView>(`/local/grids/${code}`))
      setError('')
    } catch (failure) {
      setError((failure as Error).message)
    }
  }, [code])
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), SLOW_MS)
    return () => clearInterval(timer)
  }, [load])
  return { grid: grid?.code === code ? grid : undefined, error, reload: load }
}
