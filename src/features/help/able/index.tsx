import { useEffect } from 'react'
import {
  FREE_TIMES,
  HELP_KINDS,
  HELP_LIMITS,
  type AbleView,
  type FreeTime,
  type HelpKind,
} from '~/types/help'
import { useAction, useCall, useDraft, useMe } from '@/hooks'
import { ABLE_REACH_LABELS, FREE_TIME_LABELS, KIND_LABELS } from '@/labels/help'
import { goBack } from '@/navigate'
import { ActionBar, Button, ChipChecks, ChipGroup, Field, Notice, Page, TextArea, TextInput } from '@/ui'

interface Draft {
  kinds: HelpKind[]
  times: FreeTime[]
  reach: AbleView['reach']
  words: string
  name: string
  /** Something has been changed that is not kept yet. */
  touched: boolean
}
const EMPTY: Draft = { kinds: [], times: [], reach: 'grid', words: '', name: '', touched: false }
const KINDS = HELP_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))
const TIMES = FREE_TIMES.map((value) => ({ value, label: FREE_TIME_LABELS[value] }))
const REACHES = (['grid', 'village', 'town'] as const).map((value) => ({
  value,
  label: ABLE_REACH_LABELS[value],
}))

/** 我能帮什么: what I can do and when; who fits is asked before the others. */
export default function HelpAble() {
  const me = useMe()
  const ables = useCall('help.ables', { limit: 1 })
  const [draft, change, clear] = useDraft<Draft>('help.able', EMPTY)
  const save = useAction('help.able', { done: '记下了', refresh: ['help', 'me'] })
  const mine = ables.data?.mine ?? null
  const errors = save.fields

  // What was said before is where one goes on, unless something newer has been typed.
  useEffect(() => {
    if (mine !== null && !draft.touched) {
      const { kinds, times, reach, words } = mine
      change({ kinds, times, reach, words })
    }
  }, [mine?.id])
  const set = (part: Partial<Draft>) => change({ ...part, touched: true })

  async function send(kinds: HelpKind[]) {
    const { times, reach, words, name } = draft
    const named = me.data?.name === '' && name !== '' ? { name } : {}
    if ((await save.run({ kinds, times, reach, words, ...named })) !== undefined) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title="我能帮什么"
      state={me.data === undefined ? me : ables}
      foot={
        <ActionBar>
          {mine !== null && (
            <Button kind="ghost" loading={save.busy} onTap={() => void send([])}>
              先不帮了
            </Button>
          )}
          <Button
            loading={save.busy}
            disabled={draft.kinds.length === 0}
            onTap={() => void send(draft.kinds)}
          >
            存下来
          </Button>
        </ActionBar>
      }
    >
      {save.failure !== undefined && <Notice tone="red">{save.failure.message}</Notice>}
      <Notice tone="blue">有合适的忙,会先问您方便不方便。为什么问您,写得明明白白,不打分、不排名。</Notice>
      <Field label="能帮什么?(可多选)" error={errors.kinds}>
        <ChipChecks
          label="能帮什么"
          values={draft.kinds}
          options={KINDS}
          onChange={(kinds) => set({ kinds: HELP_KINDS.filter((kind) => kinds.includes(kind)) })}
        />
      </Field>
      <Field label="什么时候有空?(不选就是都行)" error={errors.times}>
        <ChipChecks
          label="什么时候有空"
          values={draft.times}
          options={TIMES}
          onChange={(times) => set({ times: FREE_TIMES.filter((time) => times.includes(time)) })}
        />
      </Field>
      <Field label="多远的忙能帮?" error={errors.reach}>
        <ChipGroup
          label="多远的忙能帮"
          value={draft.reach}
          options={REACHES}
          onChange={(reach) => set({ reach })}
        />
      </Field>
      <Field label="想说的话(可以不填)" error={errors.words}>
        <TextArea
          label="想说的话"
          value={draft.words}
          max={HELP_LIMITS.words}
          minHeight={44}
          placeholder="比如:有辆面包车,能拉大件"
          onChange={(words) => set({ words })}
        />
      </Field>
      {me.data?.name === '' && (
        <Field label="怎么称呼您?" error={errors.name}>
          <TextInput label="怎么称呼您" value={draft.name} max={20} onChange={(name) => set({ name })} />
        </Field>
      )}
    </Page>
  )
}
