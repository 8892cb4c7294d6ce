import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { DeliveryView } from '~/types/feed'
import { useMe, usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { Filter, Page, PageState } from '@/ui'
import { CaseCard } from './CaseCard'
import { News } from './News'
import { Workbench } from './Workbench'

const VIEWS: { value: 'work' | 'mine'; label: string }[] = [
  { value: 'work', label: '工作台' },
  { value: 'mine', label: '我的事' },
]

/** What a shared card opens; the delivery id proves that it arrived. */
function sharedPath({ id, path }: Pick<DeliveryView, 'id' | 'path'>): string {
  return `/${path}${path.includes('?') ? '&' : '?'}deliveryId=${id}`
}

function Mine() {
  const cases = usePagedList('appeal.list', { list: 'mine' })
  return (
    <PageState
      query={cases}
      isEmpty={cases.items.length === 0}
      empty={{
        title: '还没有办过的事',
        line: '有事说一句,网格员来办',
        button: '我要反映',
        onTap: () => goTo('/features/appeal/form/index'),
      }}
    >
      {cases.items.map((item) => (
        <CaseCard key={item.id} item={item} />
      ))}
    </PageState>
  )
}

/** 我的事: what I asked for; for those who handle cases also the workbench. */
export default function Matters() {
  const me = useMe()
  const works = me.data?.can.includes('workbench') === true
  const [view, setView] = useState<'work' | 'mine'>('work')
  useShareAppMessage(({ target }) => {
    const { share } = (target as { dataset?: { share?: DeliveryView } } | undefined)?.dataset ?? {}
    return share === undefined
      ? { title: '有事说一句,网格员来办', path: '/pages/home/index' }
      : { title: `${share.label}:${share.title}`, path: sharedPath(share) }
  })
  return (
    <Page title={works && view === 'work' ? '工作台' : '我的事'} tab={2} state={me}>
      {works && <Filter label="看哪边" value={view} options={VIEWS} onChange={(chosen) => setView(chosen)} />}
      <News />
      {works && view === 'work' ? <Workbench /> : <Mine />}
    </Page>
  )
}
