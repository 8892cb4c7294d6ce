import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AssignmentView } from '~/types/me'
import type { Role } from '~/types/roles'
import { useAction, usePagedList } from '@/hooks'
import { ROLE_LABELS } from '@/labels/me'
import { goTo } from '@/navigate'
import { day } from '@/time'
import { ActionBar, Button, Card, Filter, Field, Page, PageState, Sheet, Tag, TextArea } from '@/ui'
import './index.scss'

const ALL = { value: 'all', label: '全部' }
const FILTERS = [ALL, ...Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }))]

function Assignment({ item, onEnd }: { item: AssignmentView; onEnd(): void }) {
  const until = item.to === undefined ? '' : `,到${day(item.to)}`
  return (
    <Card>
      <View className="staff__head">
        <View className="staff__name">{item.userName}</View>
        <Tag tone="peach">{ROLE_LABELS[item.role]}</Tag>
      </View>
      <View className="staff__line">{item.departmentName ?? item.area.fullName}</View>
      <View className="staff__head">
        <View className="staff__line">
          {day(item.from)}起{until}
        </View>
        {item.can.includes('assignment.end') && (
          <Button kind="ghost" size="small" label={`结束${item.userName}的任职`} onTap={onEnd}>
            结束任职
          </Button>
        )}
      </View>
    </Card>
  )
}

/** Who holds which role where, inside one's own scope. */
export default function Staff() {
  const [filter, setFilter] = useState<string>(ALL.value)
  const [ending, setEnding] = useState<AssignmentView>()
  const [reason, setReason] = useState('')
  const input = filter === ALL.value ? {} : { role: filter as Role }
  const staff = usePagedList('assignment.list', input)
  const end = useAction('assignment.end', { done: '已结束' })
  const mayGive = (staff.first?.canGive.length ?? 0) > 0

  async function confirm() {
    if (ending !== undefined && (await end.run({ id: ending.id, reason })) !== undefined) {
      setEnding(undefined)
      setReason('')
    }
  }

  return (
    <Page
      title="人员和职务"
      foot={
        mayGive && (
          <ActionBar>
            <Button onTap={() => goTo('/features/staff/form/index')}>任命</Button>
          </ActionBar>
        )
      }
    >
      <Filter label="看哪种职务" value={filter} options={FILTERS} onChange={setFilter} more={4} />
      <PageState
        query={staff}
        isEmpty={staff.items.length === 0}
        empty={{ icon: 'group', title: '这里还没有人', line: '任命以后就会出现在这里' }}
      >
        {staff.items.map((item) => (
          <Assignment key={item.id} item={item} onEnd={() => setEnding(item)} />
        ))}
      </PageState>
      <Sheet open={ending !== undefined} title="结束任职" onClose={() => setEnding(undefined)}>
        <Field
          label={`${ending?.userName ?? ''}不再担任${ending === undefined ? '' : ROLE_LABELS[ending.role]},原因是?`}
          error={end.fields.reason}
          hint="马上生效,他下一步操作就不能再办"
        >
          <TextArea label="原因" value={reason} max={200} placeholder="比如:换届" onChange={setReason} />
        </Field>
        <Button kind="danger" loading={end.busy} onTap={() => void confirm()}>
          结束任职
        </Button>
      </Sheet>
    </Page>
  )
}
