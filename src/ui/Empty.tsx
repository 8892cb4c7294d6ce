import { View } from '@tarojs/components'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'
import './Empty.scss'

export interface EmptyProps {
  title: string
  line: string
  icon?: IconName
  button?: string
  onTap?: () => void
}

/** Nothing here yet: says so, and what one can do. */
export function Empty({ title, line, icon = 'talk', button, onTap }: EmptyProps) {
  return (
    <View className="empty">
      <View className="empty__icon">
        <Icon name={icon} size={34} />
      </View>
      <View className="empty__title">{title}</View>
      <View className="empty__line">{line}</View>
      {button !== undefined && <Button onTap={onTap}>{button}</Button>}
    </View>
  )
}
