import { View } from '@tarojs/components'
import { aria } from './aria'
import './Bar.scss'

/** A part of a whole, 0 to 1. The number always stands in words beside it. */
export function Bar({ share, tone = 'green' }: { share: number; tone?: 'green' | 'gold' | 'red' | 'peach' }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`
  return (
    <View className="bar" {...aria({ hidden: true })}>
      <View className={`bar__part bar__part--${tone}`} style={{ width }} />
    </View>
  )
}
