import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_LIMITS } from '~/types/announcement'
import type { AreaView } from '~/types/area'
import { BROADCAST_LANES } from '~/types/feed'
import { serverNow } from '@/api'
import { useAction, useDraft, useMe } from '@/hooks'
import { ANNOUNCEMENT_AUDIENCE_LABELS, ANNOUNCEMENT_URGENCY_LABELS } from '@/labels/announcement'
import { goTo, replaceBy } from '@/navigate'
import {
  ActionBar,
  Button,
  ChipGroup,
  Field,
  Notice,
  Page,
  PicturePicker,
  Row,
  TextArea,
  TextInput,
} from '@/ui'
import { AnswerForm } from './AnswerForm'
import { AttachmentField } from './AttachmentField'
import { SeriesForm } from './SeriesForm'
import { Templates } from './Templates'
import { EMPTY, inputOf, type AnnouncementDraft } from './draft'

const AUDIENCES = ANNOUNCEMENT_AUDIENCES.map((value) => ({
  value,
  label: ANNOUNCEMENT_AUDIENCE_LABELS[value],
}))
const URGENCIES = BROADCAST_LANES.map((value) => ({
  value,
  label: ANNOUNCEMENT_URGENCY_LABELS[value],
})).reverse()
const DAYS = ['1', '3', '7', '30'].map((value) => ({ value, label: `${value}天` }))

/** 一键通知: written once, seen as group and page will show it, then sent. */
export default function AnnouncementForm() {
  const me = useMe()
  const [draft, change, clear] = useDraft<AnnouncementDraft>('announcement.create', EMPTY)
  const create = useAction('announcement.create')
  const { fields } = create
  const own = me.data?.assignments.map(({ area }) => area) ?? []
  const [first] = own
  const areaCode = draft.areaCode === '' ? (first?.code ?? '') : draft.areaCode
  const areaName = draft.areaCode === '' ? (first?.name ?? '') : draft.areaName
  const { title, words, urgency, audience } = draft
  const take = ({ code, name }: Pick<AreaView, 'code' | 'name'>) => change({ areaCode: code, areaName: name })
  useEffect(() => {
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [])

  async function send() {
    const made = await create.run(inputOf(draft, areaCode, serverNow()))
    if (made !== undefined) {
      clear()
      replaceBy('/features/announcement/detail/index', { id: made.id })
    }
  }

  return (
    <Page
      title="发通知"
      state={me}
      foot={
        <ActionBar>
          <Button
            loading={create.busy}
            disabled={title.trim() === '' || words.trim() === '' || areaCode === ''}
            onTap={() => void send()}
          >
            写好了,看看样子
          </Button>
        </ActionBar>
      }
    >
      {create.failure !== undefined && <Notice tone="red">{create.failure.message}</Notice>}
      <Templates draft={draft} change={change} />
      <Field label="标题" error={fields.title}>
        <TextInput
          label="标题"
          value={title}
          max={ANNOUNCEMENT_LIMITS.title}
          placeholder="比如:明天上午停水"
          onChange={(typed) => change({ title: typed })}
        />
      </Field>
      <Field label="说什么?" hint="说清时间、地点、要做什么,短一点才有人看" error={fields.words}>
        <TextArea
          label="说什么"
          value={words}
          max={ANNOUNCEMENT_LIMITS.words}
          placeholder="明天上午八点到十点检修水管,请提前接好水。"
          onChange={(typed) => change({ words: typed })}
        />
      </Field>
      <Field label="发到哪里?" error={fields.areaCode}>
        {own.length > 1 && (
          <ChipGroup
            label="发到哪里"
            value={areaCode}
            options={own.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => take({ code, name: own.find((area) => area.code === code)?.name ?? '' })}
          />
        )}
        <Row
          label={areaName}
          value="只发其中一个网格"
          onTap={() =>
            goTo('/features/area/choose/index', {
              pick: '1',
              ...(first !== undefined && { within: first.code }),
            })
          }
        />
      </Field>
      <Field label="发给谁?" error={fields.audience}>
        <ChipGroup
          label="发给谁"
          value={audience}
          options={AUDIENCES}
          onChange={(chosen) => change({ audience: chosen })}
        />
      </Field>
      <Field
        label="急不急?"
        hint={urgency === 'emergency' ? '紧急的要另一位同事看过,夜里也会发' : '晚上十点以后,等到早上再发'}
        error={fields.urgency}
      >
        <ChipGroup
          label="急不急"
          value={urgency}
          options={URGENCIES}
          onChange={(chosen) => change({ urgency: chosen })}
        />
      </Field>
      <AnswerForm draft={draft} change={change} errors={fields} />
      <Field label="留几天?" error={fields.expiresAt}>
        <ChipGroup label="留几天" value={draft.days} options={DAYS} onChange={(days) => change({ days })} />
      </Field>
      <Field label="配张图(可以不配)" error={fields.pictureIds}>
        <PicturePicker value={draft.pictures} max={1} onChange={(pictures) => change({ pictures })} />
      </Field>
      <AttachmentField
        value={draft.attachment}
        error={fields.attachmentId}
        onChange={(attachment) => change({ attachment })}
      />
      {urgency !== 'emergency' && <SeriesForm draft={draft} change={change} errors={fields} />}
    </Page>
  )
}
