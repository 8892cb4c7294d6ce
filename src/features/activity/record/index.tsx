import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useAction, usePagedList } from '@/hooks'
import { Button, Card, Page, PageState, Row, SectionTitle } from '@/ui'
import { minutesWords } from '../view'
import { RecordCard } from './RecordCard'
import './index.scss'

/** 我的服务记录: hours, activities and stars that the program has counted. */
export default function ServiceRecord() {
  const list = usePagedList('record.mine', {})
  const record = list.first?.record
  const save = useAction('record.export')
  useShareAppMessage(() => ({
    title: record === undefined ? '我的志愿服务' : `我做志愿 ${minutesWords(record.minutes)},一起来`,
    path: '/features/activity/list/index',
  }))

  async function copy() {
    const file = await save.run({})
    if (file !== undefined) {
      await Taro.setClipboardData({ data: file.text }).catch(() => undefined)
      void Taro.showToast({ title: '已复制,可以粘贴到表格里', icon: 'none' })
    }
  }

  return (
    <Page title="我的服务记录">
      <PageState query={list}>
        {record !== undefined && <RecordCard record={record} />}
        <View className="record__line">平台记录,由组织者确认,不是证明或证书。</View>
        {record !== undefined && record.minutes > 0 && (
          <View className="record__buttons">
            <Button openType="share">分享给邻居</Button>
            <Button kind="ghost" loading={save.busy} onTap={() => void copy()}>
              复制全部记录
            </Button>
          </View>
        )}
        <SectionTitle>每一笔</SectionTitle>
        <Card>
          {list.items.map((entry) => (
            <Row
              key={entry.id}
              label={`${entry.title}${entry.kind === 'correction' ? '(更正)' : ''}`}
              hint={[entry.day, entry.areaName, entry.name, entry.reason]
                .filter((part) => part !== '')
                .join(' · ')}
              value={minutesWords(entry.minutes)}
            />
          ))}
          {list.items.length === 0 && <View className="record__line">还没有记录,报个活动就有了</View>}
        </Card>
      </PageState>
    </Page>
  )
}
