import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnnouncementView } from '~/types/announcement'
import { serverNow } from '@/api'
import { useAction } from '@/hooks'
import { ANNOUNCEMENT_AUDIENCE_LABELS } from '@/labels/announcement'
import { clock, day, dayTime } from '@/time'
import { Button, Field, Notice, PickerRow, Row, Sheet } from '@/ui'
import './announcement.scss'

const DAY_MS = 86_400_000

/** The tap: now, or by itself at a time. */
export function PublishSheet({ data, onClose }: { data: AnnouncementView; onClose(): void }) {
  const [start] = useState(() => new Date(serverNow() + DAY_MS).toISOString())
  const [later, setLater] = useState(false)
  const [on, setOn] = useState(day(start))
  const [at, setAt] = useState(clock(start))
  const publish = useAction('announcement.publish', {
    done: later ? '到时间就发' : '发出去了',
    refresh: ['announcement', 'feed', 'delivery'],
  })
  const { id, areaName, audience, quietUntil } = data

  async function send() {
    const input = later ? { id, at: `${on}T${at}:00+08:00` } : { id }
    if ((await publish.run(input)) !== undefined) {
      onClose()
    }
  }

  return (
    <Sheet open title={later ? '定个时间发' : '现在发出去?'} onClose={onClose}>
      <Row label="发到哪里" value={areaName} />
      <Row label="发给谁" value={ANNOUNCEMENT_AUDIENCE_LABELS[audience]} />
      {quietUntil !== undefined && !later && (
        <Notice tone="gold">{`现在是休息时间,群里 ${dayTime(quietUntil)} 再通知;小程序里马上能看到。`}</Notice>
      )}
      {later && (
        <Field label="什么时候发" error={publish.fields.at}>
          <View className="announcement__turns">
            <PickerRow label="日期" mode="date" value={on} onChange={setOn} />
            <PickerRow label="时间" mode="time" value={at} onChange={setAt} />
          </View>
        </Field>
      )}
      <Button loading={publish.busy} onTap={() => void send()}>
        {later ? '定好了' : '现在发'}
      </Button>
      <Button kind="ghost" onTap={() => setLater(!later)}>
        {later ? '还是现在发' : '定个时间发'}
      </Button>
    </Sheet>
  )
}
