import { View } from '@tarojs/components'
import type { EvaluationView } from '~/types/evaluation'
import { useMe, usePagedList } from '@/hooks'
import { EVALUATION_STATUS_LABELS, EVALUATION_STATUS_TONES } from '@/labels/evaluation'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Page, PageState, Tag } from '@/ui'
import '../components/evaluation.scss'
import { periodWords } from '../view'

function Line({ item }: { item: EvaluationView }) {
  const { id, status, title, areaName, villageCount, waiting } = item
  const many = villageCount === 0 ? areaName : `${areaName} · ${villageCount}个村`
  return (
    <Card onTap={() => goTo('/features/evaluation/detail/index', { id })} label={title}>
      <View className="evaluation__head">
        <Tag tone={EVALUATION_STATUS_TONES[status]}>{EVALUATION_STATUS_LABELS[status]}</Tag>
        {waiting !== null && waiting > 0 && <Tag tone="red">{`${waiting}个异议等裁定`}</Tag>}
      </View>
      <View className="evaluation__title">{title}</View>
      <View className="evaluation__muted">{many}</View>
      <View className="evaluation__muted">{periodWords(item)}</View>
    </Card>
  )
}

/** 村党组织评价: those of the places that I evaluate, look after or live in. */
export default function Evaluations() {
  const me = useMe()
  const query = usePagedList('evaluation.list', {}, { when: me.data !== undefined })
  const makes = me.data?.can.includes('evaluation.manage') === true
  return (
    <Page
      title="村党组织评价"
      state={me}
      foot={
        makes && (
          <ActionBar>
            <Button onTap={() => goTo('/features/evaluation/form/index')}>做一次评价</Button>
          </ActionBar>
        )
      }
    >
      <PageState
        query={query}
        isEmpty={query.items.length === 0}
        empty={{
          icon: 'star',
          title: '还没有评价',
          line: makes ? '满意度测评结束以后,从这里开始' : '镇里、区里公布以后,这里看得到',
        }}
      >
        {query.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
        {query.more && (
          <Button kind="ghost" size="middle" onTap={query.loadMore}>
            再看一些
          </Button>
        )}
      </PageState>
    </Page>
  )
}
