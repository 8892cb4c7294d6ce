import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Tag.scss'

export type TagTone = 'red' | 'green' | 'gold' | 'blue' | 'peach' | 'grey'

/** A short word on a tint: 已办结. The word carries the meaning, the colour only helps. */
export function Tag({ tone, children }: PropsWithChildren<{ tone: TagTone }>) {
  return <View className={`tag tag--${tone}`}>{children}</View>
}
