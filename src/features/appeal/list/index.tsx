import { useState } from 'react'
import { useMe, usePagedList } from '@/hooks'
import { Filter, Page, PageState } from '@/ui'
import { CaseCard } from '@/pages/matters/CaseCard'

const FILTERS: { value: 'open' | 'all'; label: string }[] = [
  { value: 'open', label: '没办完的' },
  { value: 'all', label: '全部' },
]

/** Everything that was asked for inside the areas one looks after, newest first. */
export default function AppealList() {
  const me = useMe()
  const [filter, setFilter] = useState<'open' | 'all'>('open')
  const cases = usePagedList('appeal.list', { list: 'area', open: filter === 'open' })
  return (
    <Page title="本辖区的诉求" state={me}>
      <Filter label="看哪些" value={filter} options={FILTERS} onChange={(chosen) => setFilter(chosen)} />
      <PageState
        query={cases}
        isEmpty={cases.items.length === 0}
        empty={{ icon: 'check', title: '都办完了', line: '现在没有没办完的诉求' }}
      >
        {cases.items.map((item) => (
          <CaseCard key={item.id} item={item} where />
        ))}
      </PageState>
    </Page>
  )
}
