import { View } from '@tarojs/components'
import { useState } from 'react'
import { LINK_WAYS, type LinkWay, type MemberView } from '~/types/me'
import { useAction } from '@/hooks'
import { LINK_WAY_LABELS } from '@/labels/me'
import { ChipGroup, Field, Notice, Sheet } from '@/ui'
import { Candidates } from './Candidates'
import { calledOf } from './view'

const WAYS = LINK_WAYS.map((value): { value: LinkWay; label: string } => ({
  value,
  label: LINK_WAY_LABELS[value],
}))

interface Props {
  member: MemberView
  onClose(): void
}

/** Which person of the ledger a member is: first how that was made sure, then whom nobody in the program is yet. */
export function Linking({ member, onClose }: Props) {
  const { userId } = member
  const [how, setHow] = useState<LinkWay>()
  const link = useAction('membership.link', { done: '对上了' })

  async function choose(way: LinkWay, residentId: string) {
    if (!link.busy && (await link.run({ userId, residentId, how: way })) !== undefined) {
      onClose()
    }
  }

  return (
    <Sheet open title={`${calledOf(member)}是台账里的哪一位?`} onClose={onClose}>
      <View className="members__line">对上以后,他就能在手机上参加测评,所以先核实。怎么核实的会记下来。</View>
      {link.failure !== undefined && <Notice tone="red">{link.failure.message}</Notice>}
      <Field label="怎么核实的">
        <ChipGroup label="怎么核实的" value={how} options={WAYS} onChange={(way) => setHow(way)} />
      </Field>
      {how !== undefined && <Candidates userId={userId} onChoose={(id) => void choose(how, id)} />}
    </Sheet>
  )
}
