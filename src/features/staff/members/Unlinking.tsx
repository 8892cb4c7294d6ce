import { View } from '@tarojs/components'
import type { MemberView } from '~/types/me'
import { useState } from 'react'
import { useAction } from '@/hooks'
import { Button, Field, Notice, Sheet, TextArea } from '@/ui'
import { calledOf } from './view'

interface Props {
  member: MemberView
  onClose(): void
}

/** Says what taking it back means, before it is taken back. */
export function Unlinking({ member, onClose }: Props) {
  const unlink = useAction('membership.unlink', { done: '取消了' })
  const [reason, setReason] = useState('')

  async function send() {
    if ((await unlink.run({ userId: member.userId, reason })) !== undefined) {
      onClose()
    }
  }

  return (
    <Sheet open title="对错人了?" onClose={onClose}>
      <View className="members__line">
        取消以后,{calledOf(member)}要重新对上台账,才能在手机上参加测评。已经投过的票照算,不能再投第二次。
      </View>
      <Field label="怎么对错的" error={unlink.fields.reason}>
        <TextArea
          label="怎么对错的"
          value={reason}
          max={100}
          placeholder="比如 同名,不是同一户"
          onChange={setReason}
        />
      </Field>
      {unlink.failure !== undefined && <Notice tone="red">{unlink.failure.message}</Notice>}
      <View className="members__buttons">
        <Button kind="danger" loading={unlink.busy} onTap={() => void send()}>
          取消对应
        </Button>
      </View>
    </Sheet>
  )
}
