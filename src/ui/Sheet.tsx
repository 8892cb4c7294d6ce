import { Popup } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useLargeType } from '@/hooks'
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
  const { large } = useLargeType()
  return (
    <Popup visible={open} position="bottom" round lockScroll destroyOnClose onClose={onClose}>
      <View
        className={`sheet ${large ? 'sheet--large' : ''}`}
        {...aria({ role: 'dialog', modal: true, label: title })}
      >
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <View className="sheet__close" {...aria({ role: 'button', label: '关上' })} onClick={onClose}>
            <Icon name="close" size={20} color="#6A615B" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
      </View>
    </Popup>
  )
}
