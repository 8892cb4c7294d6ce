import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import {
  APPEAL_CATEGORIES,
  APPEAL_LIMITS,
  URGENCIES,
  type AppealCategory,
  type Urgency,
} from '~/types/appeal'
import { CONSENTS, type Consent } from '~/types/behalf'
import type { MemberView } from '~/types/me'
import type { PictureView } from '~/types/picture'
import { useAction, useDraft, useMe } from '@/hooks'
import { CATEGORY_LABELS, CONSENT_LABELS, URGENCY_LABELS } from '@/labels/appeal'
import { replaceBy } from '@/navigate'
import { ActionBar, Button, ChipGroup, Field, Notice, Page, PicturePicker, TextArea } from '@/ui'
import { useSettled } from '../form/useSettled'
import { useSuggestion } from '../form/useSuggestion'
import { outside, Whose, type Person } from './Whose'

interface Draft extends Person {
  text: string
  pictures: PictureView[]
  urgency: Urgency
  consent: Consent
  category?: AppealCategory
}
const EMPTY: Draft = { text: '', pictures: [], urgency: 'soon', consent: 'in_group', name: '', phone: '' }
/** Categories on one look; the others are behind 更多. */
const SHOWN = 5

/** 替邻居记一件: what was said in the group or at the door becomes a case in two taps. */
export default function AppealCapture() {
  const me = useMe()
  const [draft, change, clear] = useDraft<Draft>('appeal.capture', EMPTY)
  const capture = useAction('appeal.capture', { done: '记下了', refresh: ['appeal', 'feed'] })
  const suggestion = useSuggestion(useSettled(draft.text))
  const category = draft.category ?? suggestion?.category
  const grid = me.data?.assignments.find(({ area }) => area.level === 'grid')?.area ?? me.data?.grid ?? null
  const { fields } = capture

  useEffect(() => {
    const take = ({ userId, name }: MemberView) => change({ person: { userId, name } })
    Taro.eventCenter.on('member.picked', take)
    return () => void Taro.eventCenter.off('member.picked', take)
  }, [])

  async function paste() {
    const { data } = await Taro.getClipboardData()
    change({ text: data.trim().slice(0, APPEAL_LIMITS.text) })
  }

  async function send() {
    const { text, pictures, urgency, consent, person } = draft
    const made = await capture.run({
      text,
      urgency,
      consent,
      pictureIds: pictures.map(({ id }) => id),
      ...(grid !== null && { areaCode: grid.code }),
      ...(category !== undefined && { category }),
      ...(person === undefined ? outside(draft) : { userId: person.userId }),
    })
    if (made !== undefined) {
      clear()
      replaceBy('/features/appeal/detail/index', { id: made.id })
    }
  }

  return (
    <Page
      title="替邻居记一件"
      state={me}
      foot={
        <ActionBar>
          <Button loading={capture.busy} onTap={() => void send()}>
            记成诉求
          </Button>
        </ActionBar>
      }
    >
      {capture.failure !== undefined && <Notice tone="red">{capture.failure.message}</Notice>}
      <Field label="邻居说了什么?" error={fields.text ?? fields.pictureIds}>
        <TextArea
          label="邻居说了什么"
          value={draft.text}
          max={APPEAL_LIMITS.text}
          placeholder="在群里长按那句话点“复制”,再点下面的“粘贴”"
          onChange={(text) => change({ text })}
        />
        <Button kind="soft" size="middle" onTap={() => void paste()}>
          粘贴群里的话
        </Button>
        <PicturePicker value={draft.pictures} onChange={(pictures) => change({ pictures })} />
      </Field>
      <Whose draft={draft} change={change} grid={grid?.code} errors={fields} />
      <Field label="他怎么同意的?" error={fields.consent}>
        <ChipGroup
          label="他怎么同意的"
          value={draft.consent}
          options={CONSENTS.map((value) => ({ value, label: CONSENT_LABELS[value] }))}
          onChange={(consent) => change({ consent })}
        />
      </Field>
      <Field label="有多急?" error={fields.urgency}>
        <ChipGroup
          label="有多急"
          value={draft.urgency}
          options={URGENCIES.map((value) => ({ value, label: URGENCY_LABELS[value] }))}
          onChange={(urgency) => change({ urgency })}
        />
      </Field>
      <Field label="看起来属于(可改)" error={fields.category}>
        <ChipGroup
          label="类别"
          value={category}
          options={APPEAL_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          more={SHOWN}
          onChange={(chosen) => change({ category: chosen })}
        />
      </Field>
    </Page>
  )
}
