import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from './aria'
import { Icon } from './Icon'
import './Sheet.scss'

interface Props {
  open: boolean
  title: string
  onClose(): void
}

/** A panel that comes up from below, for one question or a few more buttons. */
export function Sheet({ open, title, onClose, children }: PropsWithChildren<Props>) {
  if (!open) {
    return null
  }
  return (
    <View className="sheet" {...aria({ role: 'dialog', modal: true, label: title })} catchMove>
      <View className="sheet__veil" {...aria({ hidden: true })} onClick={onClose} />
      <View className="sheet__panel">
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <View className="sheet__close" {...aria({ role: 'button', label: '关上' })} onClick={onClose}>
            <Icon name="close" size={20} color="#6A615B" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
      </View>
    </View>
  )
}
