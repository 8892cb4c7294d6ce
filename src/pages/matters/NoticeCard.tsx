import { View } from '@tarojs/components'
import type { NoticeView } from '~/types/notice'
import { useAction, useNow } from '@/hooks'
import { TONE_TAGS } from '@/labels/feed'
import { goTab, goTo, TABS } from '@/navigate'
import { agoWords } from '@/time'
import { Card, Tag } from '@/ui'
import './CaseCard.scss'

/** One thing that I was told; opens what it speaks of, and is new until then. */
export function NoticeCard({ item }: { item: NoticeView }) {
  const now = useNow()
  const read = useAction('notice.read')
  const open = () => {
    if (!item.read) {
      void read.run({ id: item.id })
    }
    const tab = TABS.find((path) => path === `/${item.path}`)
    if (tab === undefined) {
      goTo(`/${item.path}`)
    } else {
      goTab(tab)
    }
  }
  return (
    <Card onTap={open} label={`${item.label}:${item.title}`}>
      <View className="casecard__head">
        <Tag tone={item.read ? 'grey' : TONE_TAGS[item.tone]}>{item.label}</Tag>
        <View className="casecard__muted">{agoWords(item.at, now)}</View>
      </View>
      <View className="casecard__title">{item.title}</View>
      {item.body !== '' && <View className="casecard__muted">{item.body}</View>}
    </Card>
  )
}
