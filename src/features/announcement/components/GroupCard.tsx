import { View } from '@tarojs/components'
import type { AnnouncementView } from '~/types/announcement'
import { ANNOUNCEMENT_URGENCY_LABELS } from '@/labels/announcement'
import { SectionTitle } from '@/ui'
import './announcement.scss'

type Shown = Pick<AnnouncementView, 'title' | 'urgency'>

/** How the group is going to see it, before anybody does. */
export function GroupCard({ title, urgency }: Shown) {
  return (
    <>
      <SectionTitle>群里看到的样子</SectionTitle>
      <View className="announcement__card">
        <View className="announcement__strong">{title}</View>
        <View className={`announcement__band announcement__band--${urgency}`}>
          {urgency === 'ordinary' ? '通知' : `${ANNOUNCEMENT_URGENCY_LABELS[urgency]}通知`}
        </View>
        <View className="announcement__muted">微网格 · 点开看全文</View>
      </View>
      <SectionTitle>点开看到的样子</SectionTitle>
    </>
  )
}
