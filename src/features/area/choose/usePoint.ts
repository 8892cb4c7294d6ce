import Taro from '@tarojs/taro'
import { useState } from 'react'

export interface Point {
  latitude: number
  longitude: number
}

/** Where the phone is, asked for only when the person taps; used for this search and not kept. */
export function usePoint() {
  const [point, setPoint] = useState<Point>()
  const [refused, setRefused] = useState(false)
  async function locate() {
    setRefused(false)
    try {
      const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' })
      setPoint({ latitude, longitude })
    } catch {
      setRefused(true)
    }
  }
  return { point, refused, locate }
}
