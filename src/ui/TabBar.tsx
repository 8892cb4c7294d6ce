import { View } from '@tarojs/components'
import { useMe } from '@/hooks'
import { goTab, TABS } from '@/navigate'
import { aria } from './aria'
import { Icon, type IconName } from './Icon'
import './TabBar.scss'

const ICONS: readonly IconName[] = ['home', 'chat', 'list', 'me']

/** The four main pages; the third is the workbench for those who have one. */
export function TabBar({ current }: { current: number }) {
  const { data: me } = useMe()
  const labels = ['首页', '网格圈', me?.can.includes('workbench') === true ? '工作台' : '我的事', '我的']
  return (
    <View className="tabbar" {...aria({ role: 'tablist' })}>
      {TABS.map((path, index) => {
        const on = index === current
        return (
          <View
            key={path}
            className={`tabbar__tab ${on ? 'tabbar__tab--on' : ''}`}
            {...aria({ role: 'tab', selected: on, label: labels[index] })}
            onClick={() => !on && goTab(path)}
          >
            <Icon name={ICONS[index] ?? 'home'} size={25} color={on ? '#B63E22' : '#6A615B'} stroke={1.9} />
            <View className="tabbar__label">{labels[index]}</View>
          </View>
        )
      })}
    </View>
  )
}
