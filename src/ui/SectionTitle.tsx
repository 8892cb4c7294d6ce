import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import './SectionTitle.scss'

/** Heading between cards. */
export function SectionTitle({ children }: PropsWithChildren) {
  return (
    <View className="sectiontitle" {...aria({ role: 'heading' })}>
      {children}
    </View>
  )
}
