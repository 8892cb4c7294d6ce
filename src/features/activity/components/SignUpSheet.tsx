import { useState } from 'react'
import type { ActivityView, FamilyMemberView } from '~/types/activity'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import { useCall } from '@/hooks'
import { Button, ChipGroup, Field, Notice, SwitchRow, TextInput } from '@/ui'
import { BirthDate } from './BirthDate'

export type Extra = Omit<Input<'activity.signUp'>, 'shiftId'>
interface Props {
  activity: ActivityView
  /** For somebody of the family; else for the caller, who must say something more first. */
  family: boolean
  needsName: boolean
  errors: Record<string, string>
  message: string | undefined
  busy: boolean
  onSend(extra: Extra): void
}

const NEW = 'new'
const keyOf = ({ residentId, memberId }: FamilyMemberView) => residentId ?? memberId ?? ''

/** What is still to be said before a sign-up: who of the family, a name, an age, a skill, a guardian's consent. */
export function SignUpSheet({ activity, family, needsName, errors, message, busy, onSend }: Props) {
  const members = useCall('activity.family', {}, { when: family })
  const [chosen, setChosen] = useState<string>()
  const [name, setName] = useState('')
  const [own, setOwn] = useState('')
  const [bornOn, setBornOn] = useState('')
  const [agrees, setAgrees] = useState(false)
  const [skilled, setSkilled] = useState(false)
  const items = members.data?.items ?? []
  const member = items.find((one) => keyOf(one) === chosen)
  const isNew = family && (chosen === NEW || (members.data !== undefined && items.length === 0))
  const minor = member?.minor === true || errors.guardianAgrees !== undefined

  function whoOf(): Extra['who'] {
    if (!family) {
      return undefined
    }
    if (member === undefined) {
      return { name, bornOn }
    }
    return member.residentId === undefined
      ? { memberId: member.memberId ?? '' }
      : { residentId: member.residentId }
  }

  function send() {
    const who = whoOf()
    onSend({
      ...(who !== undefined && { who }),
      ...(!family && bornOn !== '' && { bornOn }),
      ...(own !== '' && { name: own }),
      ...(agrees && { guardianAgrees: true }),
      ...(skilled && { skilled: true }),
    })
  }

  return (
    <>
      {message !== undefined && <Notice tone="red">{message}</Notice>}
      {family && items.length > 0 && (
        <Field label="替谁报">
          <ChipGroup
            label="替谁报"
            value={chosen}
            options={[
              ...items.map((one) => ({ value: keyOf(one), label: one.name })),
              { value: NEW, label: '别的家里人' },
            ]}
            onChange={setChosen}
          />
        </Field>
      )}
      {isNew && (
        <Field label="他的姓名" error={errors['who.name'] ?? errors.who}>
          <TextInput label="他的姓名" value={name} max={NAME_MAX} onChange={setName} />
        </Field>
      )}
      {(isNew || errors.bornOn !== undefined) && (
        <BirthDate value={bornOn} onChange={setBornOn} error={errors['who.bornOn'] ?? errors.bornOn} />
      )}
      {needsName && (
        <Field label="怎么称呼您" hint="组织者会看到" error={errors.name}>
          <TextInput label="怎么称呼您" value={own} max={NAME_MAX} onChange={setOwn} />
        </Field>
      )}
      {activity.skills !== '' && (
        <Field label="要会的" error={errors.skilled}>
          <SwitchRow label={activity.skills} hint="打开表示会" on={skilled} onChange={setSkilled} />
        </Field>
      )}
      {(minor || isNew) && (
        <Field label="未成年人" error={errors.guardianAgrees}>
          <SwitchRow
            label="我是家长,同意他参加"
            hint="14岁以下要家长同一个时段陪着"
            on={agrees}
            onChange={setAgrees}
          />
        </Field>
      )}
      <Button loading={busy} disabled={family && member === undefined && !isNew} onTap={send}>
        报名
      </Button>
    </>
  )
}
