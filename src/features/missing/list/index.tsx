import { View } from '@tarojs/components'
import type { MissingRowView } from '~/types/missing'
import { useCall, useMe, useNow } from '@/hooks'
import { MISSING_STATUS_LABELS, MISSING_STATUS_TONES } from '@/labels/missing'
import { goTo } from '@/navigate'
import { agoWords } from '@/time'
import { Button, Card, Page, PageState, SectionTitle, Tag } from '@/ui'
import { headline, looksWords } from '../view'
import '../components/Person.scss'

function Line({ item }: { item: MissingRowView }) {
  const now = useNow()
  const open = () => goTo('/features/missing/detail/index', { id: item.id })
  return (
    <Card onTap={open}>
      <View className="person__head">
        <Tag tone={MISSING_STATUS_TONES[item.status]}>{MISSING_STATUS_LABELS[item.status]}</Tag>
        {item.lastSeenAt !== null && (
          <View className="person__muted">{agoWords(item.lastSeenAt, now)}走失</View>
        )}
      </View>
      <View className="person__title">{headline(item) || '爱心寻人'}</View>
      <View className="person__looks">{looksWords(item)}</View>
      <View className="person__muted">{[item.areaName, item.place].filter(Boolean).join(' ')}</View>
    </Card>
  )
}

/** 找人: who is looked for here, what I reported, and the way to report. */
export default function MissingList() {
  const me = useMe()
  const helps = me.data?.can.includes('workbench') === true
  const near = useCall('missing.list', { list: 'near' })
  const mine = useCall('missing.list', { list: 'mine' })
  const desk = useCall('missing.list', { list: 'desk' }, { when: helps })
  const own = mine.data?.items ?? []
  const led = desk.data?.items ?? []
  return (
    <Page title="爱心寻人" state={me}>
      <Card className="person__stack">
        <Button kind="danger" onTap={() => goTo('/features/missing/form/index')}>
          家人走失了,报告
        </Button>
        {helps && (
          <Button
            kind="ghost"
            size="middle"
            onTap={() => goTo('/features/missing/form/index', { for: 'family' })}
          >
            替家属报走失
          </Button>
        )}
      </Card>
      {led.length > 0 && <SectionTitle>要我负责的</SectionTitle>}
      {led.map((item) => (
        <Line key={item.id} item={item} />
      ))}
      {own.length > 0 && <SectionTitle>我报的</SectionTitle>}
      {own.map((item) => (
        <Line key={item.id} item={item} />
      ))}
      <SectionTitle>附近正在找</SectionTitle>
      <PageState
        query={near}
        isEmpty={near.data?.items.length === 0}
        empty={{ icon: 'search', title: '现在没有走失的人', line: '有人走失,这里和群里都会告诉大家' }}
      >
        {near.data?.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </PageState>
    </Page>
  )
}
