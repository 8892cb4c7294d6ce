import { useState } from 'react'
import { useMe, usePagedList } from '@/hooks'
import { Filter, Page, PageState } from '@/ui'
import { CaseCard } from '@/pages/matters/CaseCard'

type Filtered = 'open' | 'all' | 'callbacks'
const FILTERS: { value: Filtered; label: string }[] = [
  { value: 'open', label: '没办完的' },
  { value: 'callbacks', label: '等回访' },
  { value: 'all', label: '全部' },
]
const NONE: Record<Filtered, { title: string; line: string }> = {
  open: { title: '都办完了', line: '现在没有没办完的诉求' },
  callbacks: { title: '没有要回访的', line: '下一级办好、反映人还没评价的,会列在这里' },
  all: { title: '还没有诉求', line: '有人反映,这里马上会出现' },
}

/** Everything that was asked for inside the areas one looks after, newest first. */
export default function AppealList() {
  const me = useMe()
  const [filter, setFilter] = useState<Filtered>('open')
  const cases = usePagedList(
    'appeal.list',
    filter === 'callbacks' ? { list: 'callbacks' } : { list: 'area', open: filter === 'open' },
  )
  return (
    <Page title="本辖区的诉求" state={me}>
      <Filter label="看哪些" value={filter} options={FILTERS} onChange={(chosen) => setFilter(chosen)} />
      <PageState query={cases} isEmpty={cases.items.length === 0} empty={{ icon: 'check', ...NONE[filter] }}>
        {cases.items.map((item) => (
          <CaseCard key={item.id} item={item} where />
        ))}
      </PageState>
    </Page>
  )
}
