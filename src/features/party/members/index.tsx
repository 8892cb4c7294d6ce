import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PartyMemberView, PartyStatus } from '~/types/party'
import { useAction, usePagedList } from '@/hooks'
import { PARTY_STATUS_LABELS, PARTY_STATUS_TONES } from '@/labels/party'
import { goTo } from '@/navigate'
import { day } from '@/time'
import { ActionBar, Button, Card, Filter, Page, PageState, Tag } from '@/ui'
import { DeclineSheet } from './DeclineSheet'
import '../components/party.scss'

const VIEWS = (['registered', 'confirmed', 'declined'] as const).map((value) => ({
  value,
  label: PARTY_STATUS_LABELS[value],
}))

function Member({ member, onDecline }: { member: PartyMemberView; onDecline(): void }) {
  const { id, name, organisation, status, posts, registeredAt, reason, can } = member
  const confirm = useAction('party.confirm', { done: '确认了' })
  return (
    <Card>
      <View className="party__head">
        <View className="party__title">{name}</View>
        <Tag tone={PARTY_STATUS_TONES[status]}>{PARTY_STATUS_LABELS[status]}</Tag>
      </View>
      <View className="party__muted">{`${organisation} · ${day(registeredAt)}报到`}</View>
      {posts.length > 0 && <View className="party__muted">{`岗位:${posts.join('、')}`}</View>}
      {reason !== undefined && <View className="party__muted">{`原因:${reason}`}</View>}
      {can.includes('party.confirm') && (
        <View className="party__acts">
          <Button kind="ghost" size="middle" label={`不确认${name}`} onTap={onDecline}>
            不确认
          </Button>
          <Button
            size="middle"
            label={`确认${name}`}
            loading={confirm.busy}
            onTap={() => void confirm.run({ id, confirmed: true })}
          >
            确认
          </Button>
        </View>
      )}
    </Card>
  )
}

function List({ status }: { status: PartyStatus }) {
  const members = usePagedList('party.members', { status })
  const [declined, setDeclined] = useState<PartyMemberView>()
  return (
    <PageState
      query={members}
      isEmpty={members.items.length === 0}
      empty={{ icon: 'flag', title: '这里没有人', line: '党员在小程序里报到,会出现在“等村里确认”' }}
    >
      {members.items.map((member) => (
        <Member key={member.id} member={member} onDecline={() => setDeclined(member)} />
      ))}
      {declined !== undefined && <DeclineSheet member={declined} onClose={() => setDeclined(undefined)} />}
    </PageState>
  )
}

/** 来报到的党员: whom the village knows, and whom it still has to look up. */
export default function PartyMembers() {
  const [status, setStatus] = useState<PartyStatus>('registered')
  return (
    <Page
      title="来报到的党员"
      foot={
        <ActionBar>
          <Button kind="ghost" onTap={() => goTo('/features/party/report/index')}>
            报到情况
          </Button>
          <Button onTap={() => goTo('/features/party/posts/index')}>设岗位</Button>
        </ActionBar>
      }
    >
      <Filter label="看哪些" value={status} options={VIEWS} onChange={(chosen) => setStatus(chosen)} />
      <List key={status} status={status} />
    </Page>
  )
}
