import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { APPEAL_CATEGORIES, APPEAL_LIMITS, URGENCIES, type AppealCategory } from '~/types/appeal'
import type { AreaView } from '~/types/area'
import { PRIVACY_VERSION } from '~/types/me'
import { useAction, useDraft, useMe } from '@/hooks'
import { CATEGORY_LABELS, URGENCY_LABELS } from '@/labels/appeal'
import { goTo, replaceBy } from '@/navigate'
import {
  ActionBar,
  Button,
  ChipGroup,
  ConsentSheet,
  Empty,
  Field,
  Notice,
  Page,
  PicturePicker,
  TextArea,
  TextInput,
  Voices,
} from '@/ui'
import { EMPTY_DRAFT, toInput, type AppealDraft } from './draft'
import { Danger } from './Danger'
import { Similar } from './Similar'
import { useSettled } from './useSettled'
import { useSimilar } from './useSimilar'
import { useSuggestion } from './useSuggestion'
import { Who } from './Who'
import './index.scss'

const CATEGORIES = APPEAL_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))
/** Categories on one look; the others are behind 更多. */
const SHOWN = 5

/** The suggested ones come first, so that the right one is rarely behind 更多. */
function ordered(first: AppealCategory[]) {
  return [...CATEGORIES].sort((a, b) => Number(first.includes(b.value)) - Number(first.includes(a.value)))
}

const pickArea = () => goTo('/features/area/choose/index', { pick: '1' })

/** 提诉求: one sentence and a picture are enough. */
export default function AppealForm() {
  const me = useMe()
  const [draft, change, clear] = useDraft<AppealDraft>('appeal.form', EMPTY_DRAFT)
  const [asking, setAsking] = useState(false)
  const settled = useSettled(draft.text)
  const suggestion = useSuggestion(settled)
  const submit = useAction('appeal.submit', { refresh: ['appeal', 'me', 'feed'] })
  const consent = useAction('me.consent')
  const errors = submit.fields
  const grid = draft.area ?? me.data?.grid ?? null
  const similar = useSimilar(settled, grid?.code)

  useEffect(() => {
    const picked = (area: AreaView) => change({ area })
    Taro.eventCenter.on('area.picked', picked)
    return () => void Taro.eventCenter.off('area.picked', picked)
  }, [])

  async function send(consented: boolean) {
    if (me.data === undefined) {
      return
    }
    const input = toInput(draft, me.data, suggestion?.category)
    if (!consented && [input.name, input.phone, input.behalf].some((said) => said !== undefined)) {
      setAsking(true)
      return
    }
    const made = await submit.run(input)
    if (made === undefined) {
      void Taro.pageScrollTo({ scrollTop: 0 })
      return
    }
    clear()
    void Taro.showToast({ title: '已交给网格员', icon: 'success' })
    replaceBy('/features/appeal/detail/index', { id: made.id })
  }

  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send(true)
    }
  }

  const category = draft.category ?? suggestion?.category
  const first = suggestion === undefined ? [] : [suggestion.category, ...suggestion.alternatives]
  const because = suggestion?.because.join('、') ?? ''
  return (
    <Page
      title="提诉求"
      state={me}
      foot={
        grid === null ? undefined : (
          <ActionBar>
            <Button loading={submit.busy} onTap={() => void send(me.data?.consented === true)}>
              交给网格员
            </Button>
          </ActionBar>
        )
      }
    >
      {grid === null ? (
        <Empty
          icon="place"
          title="先选一下您住在哪里"
          line="选好以后,您说的事会直接交给您的网格员"
          button="选我的网格"
          onTap={() => goTo('/features/area/choose/index')}
        />
      ) : (
        <>
          {submit.failure !== undefined && <Notice tone="red">{submit.failure.message}</Notice>}
          <Field label="遇到了什么事?" error={errors.text ?? errors.pictureIds ?? errors.voiceIds}>
            <TextArea
              label="遇到了什么事"
              value={draft.text}
              max={APPEAL_LIMITS.text}
              placeholder="一句话就行,比如:村东头路灯坏了三天"
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
          <Similar items={similar} onJoined={clear} />
          <Field label="有多急?" error={errors.urgency}>
            <ChipGroup
              label="有多急"
              value={draft.urgency}
              options={URGENCIES.map((value) => ({ value, label: URGENCY_LABELS[value] }))}
              onChange={(urgency) => change({ urgency })}
            />
          </Field>
          {draft.urgency === 'danger' && <Danger />}
          <Field
            label="看起来属于(可改)"
            error={errors.category}
            {...(because !== '' && draft.category === undefined && { hint: `因为您提到:${because}` })}
          >
            <ChipGroup
              label="类别"
              value={category}
              options={ordered(first)}
              more={SHOWN}
              onChange={(chosen) => change({ category: chosen })}
            />
          </Field>
          <Field
            label="在哪里"
            error={errors.areaCode ?? errors.place}
            action={
              <View className="form__change" onClick={pickArea}>
                改
              </View>
            }
          >
            <View>{grid.fullName.split(' · ').slice(1).join(' · ')}</View>
            <TextInput
              label="具体位置"
              value={draft.place}
              max={APPEAL_LIMITS.place}
              placeholder="12号院门口(可不填)"
              onChange={(place) => change({ place })}
            />
          </Field>
          {me.data !== undefined && <Who me={me.data} draft={draft} change={change} errors={errors} />}
        </>
      )}
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
