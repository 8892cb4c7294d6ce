import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './ActionBar.scss'

/** What can be done on a page, fixed at its foot; the last button is the main one and a little wider. */
export function ActionBar({ children }: PropsWithChildren) {
  return <View className="actionbar">{children}</View>
}
