import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './Icon'
import './Row.scss'

interface Props {
  label: string
  value?: string
  hint?: string
  onTap?: () => void
  danger?: boolean
}

/** A line of a list of things to open. */
export function Row({ label, value, hint, onTap, danger = false }: Props) {
  const tappable =
    onTap === undefined ? {} : { hoverClass: 'row--pressed', ...aria({ role: 'button' }), onClick: onTap }
  return (
    <View className={`row ${danger ? 'row--danger' : ''}`} {...tappable}>
      <View className="row__words">
        <View className="row__label">{label}</View>
        {hint !== undefined && <View className="row__hint">{hint}</View>}
      </View>
      {value !== undefined && <View className="row__value">{value}</View>}
      {onTap !== undefined && <Icon name="next" size={18} color="#6A615B" />}
    </View>
  )
}
