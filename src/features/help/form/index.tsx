import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CAREFUL_HELP_KINDS, HELP_KINDS, HELP_LIMITS, HELP_WAYS } from '~/types/help'
import { PRIVACY_VERSION } from '~/types/me'
import { useAction, useDraft, useMe } from '@/hooks'
import { KIND_LABELS, SAFETY_NOTES, WAY_LABELS } from '@/labels/help'
import { replaceBy } from '@/navigate'
import {
  ActionBar,
  Button,
  ChipGroup,
  ConsentSheet,
  Field,
  Notice,
  Page,
  PicturePicker,
  SwitchRow,
  TextArea,
  TextInput,
  Voices,
} from '@/ui'
import { EMPTY_DRAFT, toInput, type HelpDraft } from './draft'
import { When } from './When'
import { Who } from './Who'
import './index.scss'

const KINDS = HELP_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))
const WAYS = HELP_WAYS.map((value) => ({ value, label: WAY_LABELS[value] }))

/** 请邻居帮个忙: one sentence is enough. */
export default function HelpForm() {
  const me = useMe()
  const [draft, change, clear] = useDraft<HelpDraft>('help.form', EMPTY_DRAFT)
  const [asking, setAsking] = useState(false)
  const ask = useAction('help.ask', { refresh: ['help', 'me', 'feed'] })
  const consent = useAction('me.consent')
  const errors = ask.fields
  const careful = CAREFUL_HELP_KINDS.find((kind) => kind === draft.kind)

  async function send(consented: boolean) {
    if (me.data === undefined) {
      return
    }
    const input = toInput(draft, me.data)
    if (!consented && (input.name !== undefined || input.phone !== undefined)) {
      setAsking(true)
      return
    }
    const made = await ask.run(input)
    if (made === undefined) {
      void Taro.pageScrollTo({ scrollTop: 0 })
      return
    }
    clear()
    void Taro.showToast({
      title: made.reach === 'asked' ? '先问合适的邻居' : '邻居们看得到了',
      icon: 'success',
    })
    replaceBy('/features/help/detail/index', { id: made.id })
  }
  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send(true)
    }
  }

  return (
    <Page
      title="请邻居帮个忙"
      state={me}
      foot={
        <ActionBar>
          <Button loading={ask.busy} onTap={() => void send(me.data?.consented === true)}>
            问问邻居
          </Button>
        </ActionBar>
      }
    >
      {ask.failure !== undefined && <Notice tone="red">{ask.failure.message}</Notice>}
      <Field
        label="要帮什么忙?"
        hint="邻居都看得到,请不要写电话、门牌和金额"
        error={errors.text ?? errors.pictureIds ?? errors.voiceIds}
      >
        <TextArea
          label="要帮什么忙"
          value={draft.text}
          max={HELP_LIMITS.text}
          placeholder="一句话就行,比如:想借一把梯子换灯泡"
          onChange={(text) => change({ text })}
        />
        <Voices
          value={draft.voices}
          onChange={(voices) => change({ voices })}
          text={draft.text}
          onText={(text) => change({ text })}
        />
        <PicturePicker value={draft.pictures} onChange={(pictures) => change({ pictures })} />
      </Field>
      <Field label="是哪一类?" error={errors.kind}>
        <ChipGroup label="类别" value={draft.kind} options={KINDS} onChange={(kind) => change({ kind })} />
      </Field>
      {careful !== undefined && <Notice tone="gold">{SAFETY_NOTES[careful]}</Notice>}
      <When draft={draft} change={change} error={errors.day ?? errors.part} />
      <Field label="怎么定下来?" error={errors.way}>
        <ChipGroup label="怎么定下来" value={draft.way} options={WAYS} onChange={(way) => change({ way })} />
      </Field>
      <Field label="另外">
        <SwitchRow
          label="很急"
          hint="马上告诉网格员,没人接就往上报"
          on={draft.urgent}
          onChange={(urgent) => change({ urgent })}
        />
        <SwitchRow
          label="替家里人问"
          hint="比如替爸妈、替孩子"
          on={draft.forFamily}
          onChange={(forFamily) => change({ forFamily })}
        />
      </Field>
      {draft.urgent && <Notice tone="red">有人受伤、着火、漏气,请先打120、119、110。</Notice>}
      <Field
        label="具体在哪里(可以不填)"
        hint="别人只看得到网格,定下来以后只有来帮您的人看得到"
        error={errors.place}
      >
        <TextInput
          label="具体在哪里"
          value={draft.place}
          max={HELP_LIMITS.place}
          placeholder="比如:12号院东屋"
          onChange={(place) => change({ place })}
        />
      </Field>
      {me.data !== undefined && <Who me={me.data} draft={draft} change={change} errors={errors} />}
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
