import { View } from '@tarojs/components'
import { goTo } from '@/navigate'
import { Icon, type IconName } from '@/ui'
import { aria } from '@/ui/aria'
import './Tiles.scss'

interface Tile {
  icon: IconName
  label: string
  tone: 'peach' | 'green' | 'gold' | 'blue'
  color: string
  open(): void
}

const TILES: Tile[] = [
  {
    icon: 'talk',
    label: '提诉求',
    tone: 'peach',
    color: '#B63E22',
    open: () => goTo('/features/appeal/form/index'),
  },
  {
    icon: 'heart',
    label: '做志愿',
    tone: 'green',
    color: '#1E7148',
    open: () => goTo('/features/activity/list/index'),
  },
  {
    icon: 'star',
    label: '评满意',
    tone: 'gold',
    color: '#8A5A00',
    open: () => goTo('/features/survey/list/index'),
  },
  {
    icon: 'flag',
    label: '邻里帮',
    tone: 'blue',
    color: '#23609E',
    open: () => goTo('/features/help/list/index'),
  },
]

/** What one can do, one tap each. */
export function Tiles() {
  return (
    <View className="tiles">
      {TILES.map(({ icon, label, tone, color, open }) => (
        <View
          key={label}
          className="tiles__tile"
          hoverClass="tiles__tile--pressed"
          {...aria({ role: 'button', label })}
          onClick={open}
        >
          <View className={`tiles__icon tiles__icon--${tone}`}>
            <Icon name={icon} size={28} color={color} />
          </View>
          {label}
        </View>
      ))}
    </View>
  )
}
