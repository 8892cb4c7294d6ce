import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { MANUAL_POINTS_RULES, POINTS_TEXT, type ManualPointsRule } from '~/types/points'
import type { MemberView } from '~/types/me'
import { newKey } from '@/api'
import { useAction, useCall, useDraft } from '@/hooks'
import { POINTS_RULE_LABELS } from '@/labels/points'
import { goTo, replaceBy } from '@/navigate'
import { ActionBar, Button, ChipGroup, Field, Notice, Page, Row, TextArea } from '@/ui'

interface Draft {
  /** Kept with what was typed, so that sending the same again proposes nothing twice; empty when something changed. */
  requestId: string
  userId: string
  name: string
  rule: ManualPointsRule | undefined
  words: string
}
const EMPTY: Draft = { requestId: '', userId: '', name: '', rule: undefined, words: '' }

/** 提一笔积分: for whom, for what; how many it is worth is the rule's to say. */
export default function ProposePoints() {
  const rules = useCall('points.rules', {})
  const [draft, change, clear] = useDraft<Draft>('points.propose', EMPTY)
  const propose = useAction('points.propose')
  const { fields } = propose
  const set = (part: Partial<Draft>) => change({ ...part, requestId: '' })
  const options = MANUAL_POINTS_RULES.map((value) => {
    const points = rules.data?.rules.find(({ rule }) => rule === value)?.points ?? 0
    return { value, label: `${POINTS_RULE_LABELS[value]} ${points}分` }
  })

  useEffect(() => {
    const take = ({ userId, name }: MemberView) => set({ userId, name: name === '' ? '一位居民' : name })
    Taro.eventCenter.on('member.picked', take)
    return () => void Taro.eventCenter.off('member.picked', take)
  }, [])

  async function send() {
    const { userId, rule, words } = draft
    if (rule === undefined) {
      return
    }
    const requestId = draft.requestId === '' ? newKey() : draft.requestId
    change({ requestId })
    const made = await propose.run({ requestId, userId, rule, words })
    if (made === undefined) {
      return
    }
    clear()
    const title = made.status === 'published' ? '开始公示' : '等另一个人同意'
    void Taro.showToast({ title, icon: 'success' })
    replaceBy('/features/points/awards/index')
  }

  return (
    <Page
      title="提一笔积分"
      state={rules}
      foot={
        <ActionBar>
          <Button
            loading={propose.busy}
            disabled={draft.userId === '' || draft.rule === undefined}
            onTap={() => void send()}
          >
            提上去
          </Button>
        </ActionBar>
      }
    >
      {propose.failure !== undefined && <Notice tone="red">{propose.failure.message}</Notice>}
      <Field label="给谁?" error={fields.userId}>
        <Row
          label={draft.userId === '' ? '选一个人' : draft.name}
          {...(draft.userId !== '' && { value: '换一个' })}
          onTap={() => goTo('/features/staff/members/index', { pick: '1' })}
        />
      </Field>
      <Field label="做了什么?" error={fields.rule}>
        <ChipGroup label="做了什么" value={draft.rule} options={options} onChange={(rule) => set({ rule })} />
      </Field>
      <Field label="说清楚一点" hint="公示的时候大家看得到,请不要写名字和电话" error={fields.words}>
        <TextArea
          label="说清楚一点"
          value={draft.words}
          max={POINTS_TEXT.words}
          placeholder="比如:周六上午扫了村东头的公共胡同"
          onChange={(words) => set({ words })}
        />
      </Field>
      <Notice tone="blue">自己家的不能提。提了先公示,没有异议才到账。</Notice>
    </Page>
  )
}
