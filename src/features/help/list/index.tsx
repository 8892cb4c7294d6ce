import { useState } from 'react'
import type { HelpList } from '~/types/help'
import { useMe, usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Empty, Filter, Page, PageState } from '@/ui'
import type { EmptyProps } from '@/ui'
import { AbleCard } from '../components/AbleCard'
import { HelpCard } from '../components/HelpCard'

type View = HelpList | 'able'
/** How often an open list looks for news, in milliseconds. */
const EVERY_MS = 20_000

const VIEWS: { value: View; label: string }[] = [
  { value: 'near', label: '要帮忙' },
  { value: 'able', label: '能帮忙' },
  { value: 'mine', label: '我的' },
]
const CARE: { value: View; label: string } = { value: 'care', label: '等我看' }
const ask = () => goTo('/features/help/form/index')
const able = () => goTo('/features/help/able/index')

const EMPTY: Record<HelpList, EmptyProps> = {
  near: { icon: 'heart', title: '现在没人要帮忙', line: '您有事可以说一声,邻居们看得到' },
  mine: { icon: 'heart', title: '还没有您的互助', line: '请人帮过、帮过人,都记在这里' },
  care: { icon: 'check', title: '没有等您看的', line: '没人接的急事、有人反映的,会出现在这里' },
}

function Requests({ list }: { list: HelpList }) {
  const helps = usePagedList('help.list', { list }, { every: EVERY_MS })
  return (
    <PageState query={helps} isEmpty={helps.items.length === 0} empty={EMPTY[list]}>
      {helps.items.map((item) => (
        <HelpCard key={item.id} item={item} />
      ))}
    </PageState>
  )
}

function Ables() {
  const ables = usePagedList('help.ables', {})
  const mine = ables.first?.mine ?? null
  return (
    <PageState query={ables}>
      {mine !== null && <AbleCard able={mine} />}
      {mine === null && ables.data !== undefined && (
        <Empty
          icon="heart"
          title="您能帮邻居做点什么?"
          line="说一声会什么、什么时候有空,有合适的先问您"
          button="登记我能帮的"
          onTap={able}
        />
      )}
      {ables.items.flatMap((item) => (item.mine ? [] : [<AbleCard key={item.id} able={item} />]))}
    </PageState>
  )
}

/** 邻里互助: what neighbours need, who can help, and one's own. */
export default function HelpListPage() {
  const me = useMe()
  const [view, setView] = useState<View>('near')
  const cares = me.data?.can.includes('help.manage') === true
  const hasGrid = me.data?.grid != null
  return (
    <Page
      title="邻里互助"
      state={me}
      foot={
        hasGrid && (
          <ActionBar>
            <Button onTap={ask}>请邻居帮个忙</Button>
          </ActionBar>
        )
      }
    >
      {hasGrid || cares ? (
        <>
          <Filter
            label="看哪些"
            value={view}
            options={cares ? [...VIEWS, CARE] : VIEWS}
            onChange={(chosen) => setView(chosen)}
          />
          {view === 'able' ? <Ables /> : <Requests key={view} list={view} />}
        </>
      ) : (
        <Empty
          icon="place"
          title="先选一下您住在哪里"
          line="选好网格,就能和邻居互相帮忙"
          button="选我的网格"
          onTap={() => goTo('/features/area/choose/index')}
        />
      )}
    </Page>
  )
}
