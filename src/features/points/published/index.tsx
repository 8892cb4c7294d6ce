import { usePagedList } from '@/hooks'
import { Notice, Page, PageState } from '@/ui'
import { Awards } from '../components/Awards'

/** 积分公示: what is about to count in the village, with masked names, for everybody to look at and object to. */
export default function PublishedPoints() {
  const awards = usePagedList('points.published', {})
  return (
    <Page title="积分公示">
      <Notice tone="blue">公示的是做了什么事。觉得不对可以提,另一位工作人员核实,不告诉别人是谁提的。</Notice>
      <PageState
        query={awards}
        isEmpty={awards.items.length === 0}
        empty={{ icon: 'check', title: '现在没有公示的', line: '有新的积分要定,会先在这里给大家看' }}
      >
        <Awards items={awards.items} />
      </PageState>
    </Page>
  )
}
