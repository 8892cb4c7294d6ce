import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { AreaView } from '~/types/area'

/** Hears which grid was chosen on the page for choosing. */
export function usePickedGrid(take: (area: AreaView) => void): void {
  useEffect(() => {
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [])
}
