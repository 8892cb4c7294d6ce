import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DutyView, PartyMemberView } from '~/types/party'
import { useAction, useCall } from '@/hooks'
import { PARTY_STATUS_LABELS, PARTY_STATUS_TONES } from '@/labels/party'
import { Bar, Button, Card, Notice, Page, PageState, Sheet, Tag } from '@/ui'
import { dutyLine, dutyShare } from '../view'
import { Posts } from './Posts'
import { Register } from './Register'
import '../components/party.scss'

function Mine({ member, duty }: { member: PartyMemberView; duty: DutyView | null }) {
  return (
    <>
      <Card>
        <View className="party__head">
          <View className="party__title">{member.organisation}</View>
          <Tag tone={PARTY_STATUS_TONES[member.status]}>{PARTY_STATUS_LABELS[member.status]}</Tag>
        </View>
        <View className="party__muted">{`向${member.areaName}报到`}</View>
      </Card>
      {duty !== null && (
        <Card>
          <View className="party__title">{`${duty.year}年的任务`}</View>
          <View className="party__bar">
            <Bar share={dutyShare(duty)} tone={duty.met ? 'green' : 'gold'} />
          </View>
          <View className="party__muted">{dutyLine(duty)}</View>
        </Card>
      )}
    </>
  )
}

function Leave({ id, onClose }: { id: string; onClose(): void }) {
  const leave = useAction('party.leave', { done: '退出了' })
  async function go() {
    if ((await leave.run({ id })) !== undefined) {
      onClose()
    }
  }
  return (
    <Sheet open title="退出报到?" onClose={onClose}>
      <Notice tone="blue">搬走了、换村了才要退出。做过的服务都还记着。</Notice>
      <Button kind="danger" loading={leave.busy} onTap={() => void go()}>
        退出报到
      </Button>
    </Sheet>
  )
}

/** 党员报到: register with one's village, hold posts there, and see the duty of the year. */
export default function PartyMine() {
  const mine = useCall('party.mine', {})
  const posts = useCall('party.posts', {})
  const [leaving, setLeaving] = useState(false)
  const { member = null, duty = null } = mine.data ?? {}
  const current = member !== null && member.status !== 'declined'
  const items = posts.data?.items ?? []
  return (
    <Page title="党员报到" state={mine}>
      {member?.status === 'declined' && (
        <Notice tone="gold">{`村里没有确认:${member.reason ?? ''}。改好了可以再报一次。`}</Notice>
      )}
      {member !== null && current && <Mine member={member} duty={duty} />}
      {!current && <Notice tone="blue">在单位是党员,回到村里也出份力。报到的只有村里和您自己看得到。</Notice>}
      <PageState query={posts}>{current ? <Posts posts={items} /> : <Register posts={items} />}</PageState>
      {member?.can.includes('party.leave') === true && (
        <Button kind="ghost" size="middle" onTap={() => setLeaving(true)}>
          搬走了,退出报到
        </Button>
      )}
      {leaving && member !== null && <Leave id={member.id} onClose={() => setLeaving(false)} />}
    </Page>
  )
}
