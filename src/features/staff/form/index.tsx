import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import type { MemberView } from '~/types/me'
import { ROLE_LEVEL, type Role } from '~/types/roles'
import { serverNow } from '@/api'
import { useAction, useCall } from '@/hooks'
import { ROLE_LABELS } from '@/labels/me'
import { goBack, goTo } from '@/navigate'
import { day } from '@/time'
import { ActionBar, Button, ChipGroup, Field, Notice, Page, PickerRow, Row } from '@/ui'

/** The first moment of a day in Shanghai, as the server takes it. */
const startOf = (date: string) => `${date}T00:00:00+08:00`

function DateRow({ label, value, onChange }: { label: string; value: string; onChange(date: string): void }) {
  const at = value === '' ? day(new Date(serverNow()).toISOString()) : value
  return (
    <PickerRow
      label={label}
      mode="date"
      value={at}
      {...(value === '' && { shown: '不限' })}
      onChange={onChange}
    />
  )
}

/** Giving somebody a role for a place. Who may be given what, the server says. */
export default function StaffForm() {
  const staff = useCall('assignment.list', { limit: 1 })
  const [role, setRole] = useState<Role>()
  const [department, setDepartment] = useState<string>()
  const [area, setArea] = useState<AreaView>()
  const [person, setPerson] = useState<MemberView>()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const give = useAction('assignment.give', { done: '已任命' })
  const canGive = staff.data?.canGive ?? []
  const options = canGive.map((option) => ({ value: option.role, label: ROLE_LABELS[option.role] }))
  const { areaCode: within, departments } = canGive.find((option) => option.role === role) ?? {}

  useEffect(() => {
    const takeArea = (picked: AreaView) => setArea(picked)
    const takePerson = (picked: MemberView) => setPerson(picked)
    Taro.eventCenter.on('area.picked', takeArea)
    Taro.eventCenter.on('member.picked', takePerson)
    return () => {
      Taro.eventCenter.off('area.picked', takeArea)
      Taro.eventCenter.off('member.picked', takePerson)
    }
  }, [])

  async function submit() {
    if (role === undefined || area === undefined || person === undefined) {
      void Taro.showToast({ title: '请先选好职务、地方和人', icon: 'none' })
      return
    }
    const input = {
      userId: person.userId,
      role,
      areaCode: area.code,
      ...(departments !== undefined && department !== undefined && { departmentCode: department }),
      ...(from !== '' && { from: startOf(from) }),
      ...(to !== '' && { to: startOf(to) }),
    }
    if ((await give.run(input)) !== undefined) {
      goBack()
    }
  }

  return (
    <Page
      title="任命"
      state={staff}
      foot={
        <ActionBar>
          <Button loading={give.busy} onTap={() => void submit()}>
            任命
          </Button>
        </ActionBar>
      }
    >
      {give.failure !== undefined && <Notice tone="red">{give.failure.message}</Notice>}
      <Field label="什么职务?" error={give.fields.role}>
        <ChipGroup
          label="职务"
          value={role}
          options={options}
          onChange={(chosen) => {
            setRole(chosen)
            setArea(undefined)
          }}
        />
      </Field>
      {departments !== undefined && (
        <Field label="哪个部门?" error={give.fields.departmentCode}>
          <ChipGroup
            label="部门"
            value={department}
            options={departments.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setDepartment}
            more={6}
          />
        </Field>
      )}
      <Field label="在哪里、是谁?" error={give.fields.areaCode ?? give.fields.userId}>
        <Row
          label="地方"
          value={area?.fullName ?? (role === undefined ? '先选职务' : '请选择')}
          onTap={() =>
            role !== undefined &&
            goTo('/features/area/choose/index', { pick: '1', level: ROLE_LEVEL[role], within })
          }
        />
        <Row
          label="人"
          value={person?.name ?? (area === undefined ? '先选地方' : '请选择')}
          onTap={() =>
            area !== undefined && goTo('/features/staff/members/index', { pick: '1', areaCode: area.code })
          }
        />
      </Field>
      <Field label="从什么时候到什么时候?" error={give.fields.from ?? give.fields.to}>
        <DateRow label="从" value={from} onChange={setFrom} />
        <DateRow label="到" value={to} onChange={setTo} />
      </Field>
    </Page>
  )
}
