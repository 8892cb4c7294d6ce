import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberView } from '~/types/me'
import { useAction, usePagedList } from '@/hooks'
import { Button, Card, Field, Notice, PageState, Row, Sheet, TextInput } from '@/ui'
import { calledOf, residentLine } from './view'

interface Props {
  member: MemberView
  onClose(): void
}

/** Which person of the ledger a member is, chosen from those whom nobody in the program is yet. */
export function Linking({ member, onClose }: Props) {
  const { userId } = member
  const [words, setWords] = useState('')
  const link = useAction('membership.link', { done: '对上了' })
  const searched = words.trim() === '' ? {} : { words: words.trim() }
  const people = usePagedList('membership.candidates', { userId, ...searched })

  async function choose(residentId: string) {
    if ((await link.run({ userId, residentId })) !== undefined) {
      onClose()
    }
  }

  return (
    <Sheet open title={`${calledOf(member)}是台账里的哪一位?`} onClose={onClose}>
      <View className="members__line">当面或者打电话核实了再选。对上以后,他就能在手机上参加测评。</View>
      {link.failure !== undefined && <Notice tone="red">{link.failure.message}</Notice>}
      <Field label="按门牌或名字找">
        <TextInput label="门牌或名字" value={words} max={20} placeholder="比如 18号" onChange={setWords} />
      </Field>
      <PageState
        query={people}
        isEmpty={people.items.length === 0}
        empty={{
          icon: 'group',
          title: words === '' ? '台账里的人都对上了' : '没有找到',
          line: words === '' ? '新搬来的人,先登进台账' : '换个门牌或名字试试',
        }}
      >
        <Card>
          {people.items.map((resident) => (
            <Row
              key={resident.id}
              label={residentLine(resident)}
              onTap={() => !link.busy && void choose(resident.id)}
            />
          ))}
        </Card>
        {people.more && (
          <Button kind="ghost" size="middle" onTap={people.loadMore}>
            再看一些
          </Button>
        )}
      </PageState>
    </Sheet>
  )
}
