import { View } from '@tarojs/components'
import { useCall, useMe, usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, Card, PageState, SectionTitle } from '@/ui'
import { ShareCard } from './ShareCard'
import { WorkCard } from './WorkCard'
import './Workbench.scss'

/** How often an open workbench looks for new work, in milliseconds. */
const EVERY_MS = 20_000

function Count({ n, label, urgent = false }: { n: number; label: string; urgent?: boolean }) {
  return (
    <View className="workbench__count">
      <View className={`workbench__number ${urgent && n > 0 ? 'workbench__number--urgent' : ''}`}>{n}</View>
      <View className="workbench__label">{label}</View>
    </View>
  )
}

/** What waits for me, next to be late first. */
export function Workbench() {
  const me = useMe()
  const cases = usePagedList('appeal.list', { list: 'workbench' }, { every: EVERY_MS })
  const cards = useCall('delivery.mine', {}, { every: EVERY_MS })
  const counts = cases.first?.counts
  const waiting = cards.data?.items ?? []
  return (
    <PageState query={cases}>
      {counts !== undefined && (
        <Card className="workbench__counts">
          <Count n={counts.nearlyLate} label="快超时" urgent />
          <Count n={counts.open} label="待办" />
          <Count n={counts.handled} label="等评价" />
          <Count n={counts.handledToday} label="今日办结" />
        </Card>
      )}
      {waiting.length > 0 && <SectionTitle>等您转发到群</SectionTitle>}
      {waiting.slice(0, 3).map((item) => (
        <ShareCard key={item.id} item={item} />
      ))}
      {waiting.length > 0 && cases.items.length > 0 && <SectionTitle>要办的事</SectionTitle>}
      {cases.items.map((item) => (
        <WorkCard key={item.id} item={item} />
      ))}
      {cases.items.length === 0 && (
        <Card className="workbench__rest">
          <View className="workbench__restTitle">现在没有要办的事</View>
          <View className="workbench__label">有人反映,这里马上会出现</View>
        </Card>
      )}
      {me.data?.can.includes('membership.manage') === true && (
        <View className="workbench__more">
          <Button kind="soft" size="middle" onTap={() => goTo('/features/appeal/capture/index')}>
            替邻居记一件
          </Button>
        </View>
      )}
      {me.data?.can.includes('announcement.manage') === true && (
        <View className="workbench__more">
          <Button
            kind="soft"
            size="middle"
            onTap={() => goTo('/features/announcement/list/index', { list: 'staff' })}
          >
            一键通知
          </Button>
        </View>
      )}
      <Button kind="ghost" size="middle" onTap={() => goTo('/features/appeal/list/index')}>
        看本辖区的全部诉求
      </Button>
    </PageState>
  )
}
