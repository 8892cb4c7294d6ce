import { View } from '@tarojs/components'
import { aria } from './aria'
import './Avatar.scss'

/** A round sign with one character; no photograph is ever asked for. */
export function Avatar({ text, tone = 'peach' }: { text: string; tone?: 'peach' | 'green' | 'grey' }) {
  return (
    <View className={`avatar avatar--${tone}`} {...aria({ hidden: true })}>
      {[...text][0] ?? ''}
    </View>
  )
}
