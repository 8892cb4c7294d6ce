import { View } from '@tarojs/components'
import type { AreaView } from '~/types/area'
import { useLargeType } from '@/hooks'
import { statusBarHeight } from '@/hooks/phone'
import { aria } from '@/ui/aria'
import './Hero.scss'

/** Coloured top with the grid's name and the switch to large type. */
export function Hero({ grid }: { grid: AreaView | null }) {
  const { large, setLarge } = useLargeType()
  const above = grid?.fullName.split(' · ').slice(0, -1).join(' · ') ?? '有事说一句,网格员来办'
  return (
    <View className="hero" style={{ paddingTop: `${statusBarHeight() + 28}px` }}>
      <View className="hero__above">{above}</View>
      <View className="hero__line">
        <View className="hero__name">{grid?.name ?? '微网格'}</View>
        <View
          className="hero__switch"
          hoverClass="hero__switch--pressed"
          {...aria({ role: 'switch', checked: large, label: '大字版' })}
          onClick={() => setLarge(!large)}
        >
          {large ? '标准字' : '大字版'}
        </View>
      </View>
    </View>
  )
}
