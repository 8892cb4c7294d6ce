import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import './Notice.scss'

/** A sentence on a tint that explains or reassures. */
export function Notice({ tone, children }: PropsWithChildren<{ tone: 'green' | 'gold' | 'red' | 'blue' }>) {
  return (
    <View className={`notice notice--${tone}`} {...aria({ role: 'note' })}>
      {children}
    </View>
  )
}
