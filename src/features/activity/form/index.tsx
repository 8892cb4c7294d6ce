import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { ACTIVITY_KINDS, ACTIVITY_LIMITS } from '~/types/activity'
import type { AreaView } from '~/types/area'
import { NAME_MAX, PRIVACY_VERSION } from '~/types/me'
import { useAction, useCall, useDraft, useMe, useParams } from '@/hooks'
import { KIND_LABELS } from '@/labels/activity'
import { goTo, replaceBy } from '@/navigate'
import {
  ActionBar,
  Button,
  ChipGroup,
  ConsentSheet,
  Field,
  Notice,
  Page,
  PicturePicker,
  TextArea,
  TextInput,
} from '@/ui'
import { emptyDraft, fromView, toInput, type ActivityDraft } from './draft'
import { More } from './More'
import { When } from './When'
import './index.scss'

const KINDS = ACTIVITY_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))

/** 发活动: staff publish at once, a resident's proposal is looked at first. With an id it says a proposal anew. */
export default function ActivityForm() {
  const { id } = useParams()
  const me = useMe()
  const empty = useMemo(emptyDraft, [])
  const [draft, change, clear] = useDraft<ActivityDraft>(`activity.form.${id ?? ''}`, empty)
  const [asking, setAsking] = useState(false)
  const [unchosen, setUnchosen] = useState(false)
  const known = useCall('activity.info', { id: id ?? '' }, { when: id !== undefined })
  const refresh = ['activity', 'me', 'feed']
  const create = useAction('activity.create', { refresh })
  const update = useAction('activity.update', { refresh })
  const consent = useAction('me.consent')
  const act = id === undefined ? create : update
  const errors = act.fields
  const posts = me.data?.assignments ?? []
  const area = draft.area ?? posts[0]?.area ?? me.data?.grid ?? null
  const staff = posts.length > 0

  useEffect(() => {
    const picked = (chosen: AreaView) => change({ area: chosen })
    Taro.eventCenter.on('area.picked', picked)
    return () => void Taro.eventCenter.off('area.picked', picked)
  }, [])

  useEffect(() => {
    if (known.data !== undefined && !draft.filled) {
      change(fromView(known.data))
    }
  }, [known.data])

  async function send(consented: boolean) {
    const { kind } = draft
    setUnchosen(kind === undefined)
    if (kind === undefined) {
      void Taro.pageScrollTo({ scrollTop: 0 })
      return
    }
    if (!consented) {
      setAsking(true)
      return
    }
    const input = toInput({ ...draft, kind })
    const place = area === null ? {} : { areaCode: area.code }
    const name = draft.name === '' ? {} : { name: draft.name }
    const made =
      id === undefined
        ? await create.run({ ...input, ...place, ...name })
        : await update.run({ ...input, id })
    if (made === undefined) {
      void Taro.pageScrollTo({ scrollTop: 0 })
      return
    }
    clear()
    const title = made.status === 'published' ? '已发给邻居' : '已交给村里看'
    void Taro.showToast({ title, icon: 'success' })
    replaceBy('/features/activity/detail/index', { id: made.id })
  }

  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send(true)
    }
  }

  const text = (field: 'title' | 'place' | 'contact', label: string, placeholder: string) => (
    <Field label={label} error={errors[field]}>
      <TextInput
        label={label}
        value={draft[field]}
        max={ACTIVITY_LIMITS[field]}
        placeholder={placeholder}
        onChange={(value) => change({ [field]: value })}
      />
    </Field>
  )
  return (
    <Page
      title={id === undefined ? '发活动' : '改活动'}
      state={id === undefined || me.data === undefined ? me : known}
      foot={
        <ActionBar>
          <Button loading={act.busy} onTap={() => void send(me.data?.consented === true)}>
            {staff ? '发给邻居' : '交给村里看'}
          </Button>
        </ActionBar>
      }
    >
      {act.failure !== undefined && <Notice tone="red">{act.failure.message}</Notice>}
      {!staff && <Notice tone="green">您来提,村里看过就发给邻居。</Notice>}
      <Field label="做什么" error={unchosen && draft.kind === undefined ? '请选做什么' : errors.kind}>
        <ChipGroup label="做什么" value={draft.kind} options={KINDS} onChange={(kind) => change({ kind })} />
      </Field>
      {text('title', '活动名称', '比如:雪后清扫村主路')}
      <Field label="说几句" error={errors.words}>
        <TextArea
          label="说几句"
          value={draft.words}
          max={ACTIVITY_LIMITS.words}
          placeholder="为什么做、怎么做,一两句就行"
          onChange={(words) => change({ words })}
        />
        <PicturePicker value={draft.pictures} max={1} onChange={(pictures) => change({ pictures })} />
      </Field>
      <When draft={draft} change={change} errors={errors} />
      {area !== null && id === undefined && (
        <Field
          label="发到哪里"
          error={errors.areaCode}
          action={
            <View className="form__change" onClick={() => goTo('/features/area/choose/index', { pick: '1' })}>
              改
            </View>
          }
        >
          <View>{area.fullName}</View>
        </Field>
      )}
      {text('place', '集合地点', '比如:村委会门口')}
      <More draft={draft} change={change} errors={errors} />
      {text('contact', '联系人', '比如:李师傅')}
      <Field label="联系电话" hint="邻居看得到,方便问" error={errors.phone}>
        <TextInput
          label="联系电话"
          type="phone"
          max={11}
          value={draft.phone}
          placeholder="11位手机号"
          onChange={(phone) => change({ phone })}
        />
      </Field>
      {me.data?.name === '' && (
        <Field label="怎么称呼您" error={errors.name}>
          <TextInput
            label="怎么称呼您"
            value={draft.name}
            max={NAME_MAX}
            onChange={(name) => change({ name })}
          />
        </Field>
      )}
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
