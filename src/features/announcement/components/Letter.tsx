import { View } from '@tarojs/components'
import type { AnnouncementView } from '~/types/announcement'
import { useNow } from '@/hooks'
import {
  ANNOUNCEMENT_AUDIENCE_LABELS,
  ANNOUNCEMENT_STATUS_LABELS,
  ANNOUNCEMENT_STATUS_TONES,
  ANNOUNCEMENT_URGENCY_LABELS,
  ANNOUNCEMENT_URGENCY_TONES,
} from '@/labels/announcement'
import { agoWords, dayTime } from '@/time'
import { Card, PictureGrid, Tag } from '@/ui'
import { Attachment } from './Attachment'
import { ReadAloud } from './ReadAloud'
import './announcement.scss'

/** What was said, large enough to be read by everybody it is meant for. */
export function Letter({ data }: { data: AnnouncementView }) {
  const now = useNow()
  const { urgency, status, audience, title, words, picture, attachment } = data
  const { areaName, at, expiresAt, authorName } = data
  const to = audience === 'everyone' ? areaName : `${areaName} · ${ANNOUNCEMENT_AUDIENCE_LABELS[audience]}`
  return (
    <Card>
      <View className="announcement__head">
        <Tag tone={ANNOUNCEMENT_URGENCY_TONES[urgency]}>
          {urgency === 'ordinary' ? '通知' : ANNOUNCEMENT_URGENCY_LABELS[urgency]}
        </Tag>
        {status !== 'published' && (
          <Tag tone={ANNOUNCEMENT_STATUS_TONES[status]}>{ANNOUNCEMENT_STATUS_LABELS[status]}</Tag>
        )}
      </View>
      <View className="announcement__title announcement__title--page">{title}</View>
      <View className="announcement__muted">
        {`${to} · ${status === 'scheduled' ? `${dayTime(at)} 发` : agoWords(at, now)}`}
      </View>
      {words !== '' && <View className="announcement__words">{words}</View>}
      {words !== '' && <ReadAloud text={`${title}。\n${words}`} />}
      {picture !== undefined && <PictureGrid pictures={[picture]} />}
      {attachment !== undefined && <Attachment data={attachment} />}
      <View className="announcement__stack">
        <View className="announcement__muted">
          {`${status === 'ended' ? '已经截止' : '有效到'} ${dayTime(expiresAt)}`}
          {authorName !== undefined && ` · ${authorName} 写`}
        </View>
      </View>
    </Card>
  )
}
