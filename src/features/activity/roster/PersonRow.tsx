import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterRowView } from '~/types/activity'
import { useAction } from '@/hooks'
import { SIGNUP_LABELS, SIGNUP_TONES } from '@/labels/activity'
import { clock } from '@/time'
import { Button, Field, Sheet, Tag, TextInput } from '@/ui'
import { minutesWords } from '../view'
import './PersonRow.scss'

function notesOf(row: RosterRowView): string {
  const parts = [
    row.minor !== undefined ? `${row.minor.age}岁,家长${row.minor.guardianName}` : '',
    row.partyMember ? '党员' : '',
    row.arrivedAt !== undefined ? `${clock(row.arrivedAt)} 到` : '',
    row.leftAt !== undefined ? `${clock(row.leftAt)} 走` : '',
    row.lateBy !== undefined ? `补传(晚${row.lateBy}分钟)` : '',
    row.minutes > 0 ? minutesWords(row.minutes) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** One person on the list, with what the organiser can note about them. */
export function PersonRow({ row, shiftId }: { row: RosterRowView; shiftId: string }) {
  const refresh = ['activity', 'record']
  const checkIn = useAction('activity.checkIn', { refresh })
  const confirm = useAction('activity.confirmHours', { refresh })
  const correct = useAction('record.correct', { done: '已更正', refresh })
  const [open, setOpen] = useState(false)
  const [minutes, setMinutes] = useState(String(row.minutes))
  const [reason, setReason] = useState('')
  const { id, can } = row
  const notes = notesOf(row)

  async function change() {
    if ((await correct.run({ signupId: id, minutes: Number(minutes), reason })) !== undefined) {
      setOpen(false)
    }
  }

  return (
    <View className="person">
      <View className="person__head">
        <View className="person__name">{row.name}</View>
        <Tag tone={SIGNUP_TONES[row.status]}>{SIGNUP_LABELS[row.status]}</Tag>
      </View>
      {notes !== '' && <View className="person__notes">{notes}</View>}
      <View className="person__buttons">
        {can.includes('activity.checkIn') && (
          <Button
            size="small"
            kind="soft"
            label={`${row.name}到了`}
            loading={checkIn.busy}
            onTap={() => void checkIn.run({ id, proof: { by: 'list' } })}
          >
            到了
          </Button>
        )}
        {can.includes('activity.confirmHours') && row.status === 'going' && (
          <Button
            size="small"
            kind="ghost"
            label={`${row.name}没来`}
            loading={confirm.busy}
            onTap={() => void confirm.run({ shiftId, signups: [{ id, absent: true }] })}
          >
            没来
          </Button>
        )}
        {can.includes('record.correct') && (
          <Button size="small" kind="soft" label={`更正${row.name}的时长`} onTap={() => setOpen(true)}>
            更正
          </Button>
        )}
      </View>
      <Sheet open={open} title="更正时长" onClose={() => setOpen(false)}>
        <Field label="应该是多少分钟" error={correct.fields.minutes}>
          <TextInput label="分钟" type="number" max={3} value={minutes} onChange={setMinutes} />
        </Field>
        <Field label="为什么更正" hint="原来的记录不改,另记一笔" error={correct.fields.reason}>
          <TextInput label="为什么更正" max={200} value={reason} onChange={setReason} />
        </Field>
        <Button loading={correct.busy} onTap={() => void change()}>
          更正
        </Button>
      </Sheet>
    </View>
  )
}
