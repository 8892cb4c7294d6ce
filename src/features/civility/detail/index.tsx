import { View } from '@tarojs/components'
import { useState } from 'react'
import { CIVILITY_LIMITS } from '~/types/civility'
import { useAction, useCall, useDraft, useNow, useParams } from '@/hooks'
import { CIVILITY_KIND_LABELS, CIVILITY_STATUS_LABELS } from '@/labels/civility'
import { agoWords } from '@/time'
import { ActionBar, Button, Card, Field, Page, PictureGrid, Sheet, Tag, TextArea } from '@/ui'
import './index.scss'

function Withdraw({ id, onClose }: { id: string; onClose(): void }) {
  const [draft, change, clear] = useDraft(`civility.withdraw.${id}`, { reason: '' })
  const withdraw = useAction('civility.withdraw', { done: '撤回了', refresh: ['civility', 'feed'] })
  async function send() {
    if ((await withdraw.run({ id, reason: draft.reason })) !== undefined) {
      clear()
      onClose()
    }
  }
  return (
    <Sheet open title="撤回提醒" onClose={onClose}>
      <Field label="为什么撤回?" error={withdraw.fields.reason}>
        <TextArea
          label="为什么撤回"
          value={draft.reason}
          max={CIVILITY_LIMITS.reason}
          placeholder="比如:已经收拾干净了"
          onChange={(reason) => change({ reason })}
        />
      </Field>
      <Button loading={withdraw.busy} onTap={() => void send()}>
        撤回
      </Button>
    </Sheet>
  )
}

/** One friendly reminder, as its grid sees it. */
export default function CivilityDetail() {
  const { id = '' } = useParams()
  const now = useNow()
  const reminder = useCall('civility.info', { id })
  const [asked, setAsked] = useState(false)
  const { data } = reminder
  const may = data?.can.includes('civility.withdraw') === true
  return (
    <Page
      title="文明提醒"
      state={reminder}
      foot={
        may && (
          <ActionBar>
            <Button kind="ghost" onTap={() => setAsked(true)}>
              撤回
            </Button>
          </ActionBar>
        )
      }
    >
      {data !== undefined && (
        <Card>
          <View className="civility__head">
            <Tag tone="peach">{CIVILITY_KIND_LABELS[data.kind]}</Tag>
            {data.status === 'withdrawn' && <Tag tone="grey">{CIVILITY_STATUS_LABELS.withdrawn}</Tag>}
            <View className="civility__muted">{agoWords(data.at, now)}</View>
          </View>
          <View className="civility__words">{data.words}</View>
          {data.picture !== undefined && <PictureGrid pictures={[data.picture]} />}
          <View className="civility__muted">{`${data.areaName} · 大家一起留心,家门口更舒心`}</View>
        </Card>
      )}
      {asked && <Withdraw id={id} onClose={() => setAsked(false)} />}
    </Page>
  )
}
