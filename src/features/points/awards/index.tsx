import { useState } from 'react'
import { AWARD_LISTS, type AwardList } from '~/types/points'
import { useMe, usePagedList } from '@/hooks'
import { AWARD_LIST_LABELS } from '@/labels/points'
import { goTo } from '@/navigate'
import { ActionBar, Button, Filter, Page, PageState } from '@/ui'
import type { EmptyProps } from '@/ui'
import { Awards } from '../components/Awards'

const VIEWS = AWARD_LISTS.map((value) => ({ value, label: AWARD_LIST_LABELS[value] }))
const EMPTY: Record<AwardList, EmptyProps> = {
  waiting: { icon: 'check', title: '没有等同意的', line: '分数多的要另一个人同意,会出现在这里' },
  published: { icon: 'check', title: '没有在公示的', line: '提了、同意了的,先在这里公示' },
  objected: { icon: 'check', title: '没有异议', line: '有人提异议,请没经手过的人来核实' },
  settled: { icon: 'list', title: '还没有办完的', line: '到账的、没通过的,都记在这里' },
}

function List({ list }: { list: AwardList }) {
  const awards = usePagedList('points.awards', { list })
  return (
    <PageState query={awards} isEmpty={awards.items.length === 0} empty={EMPTY[list]}>
      <Awards items={awards.items} />
    </PageState>
  )
}

/** 积分审核: what was proposed in one's area, for a second pair of eyes. */
export default function PointsAwards() {
  const me = useMe()
  const [list, setList] = useState<AwardList>('waiting')
  const proposes = me.data?.can.includes('points.propose') === true
  return (
    <Page
      title="积分审核"
      state={me}
      foot={
        proposes && (
          <ActionBar>
            <Button onTap={() => goTo('/features/points/propose/index')}>提一笔积分</Button>
          </ActionBar>
        )
      }
    >
      <Filter label="看哪些" value={list} options={VIEWS} onChange={(chosen) => setList(chosen)} />
      <List key={list} list={list} />
    </Page>
  )
}
