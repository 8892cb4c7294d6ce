import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import { NAME_MAX, PRIVACY_VERSION } from '~/types/me'
import { MISSING_LIMITS, SEXES, TRAVELS } from '~/types/missing'
import { serverNow } from '@/api'
import { useAction, useDraft, useMe, useParams } from '@/hooks'
import { SEX_LABELS, TRAVEL_LABELS } from '@/labels/missing'
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
  Row,
  SwitchRow,
  TextArea,
  TextInput,
} from '@/ui'
import { AGO, EMPTY_DRAFT, toInput, type ReportDraft } from './draft'
import { Family } from './Family'
import { Police } from './Police'

/** 报告走失: a minute, the police first. With `for` a worker writes it down for somebody who telephoned. */
export default function MissingForm() {
  const { for: helped } = useParams()
  const helps = helped !== undefined
  const me = useMe()
  const [draft, change, clear] = useDraft<ReportDraft>(`missing.form.${helps}`, EMPTY_DRAFT)
  const [asking, setAsking] = useState(false)
  const report = useAction('missing.report', { done: '已报给网格员' })
  const consent = useAction('me.consent')
  const { fields } = report
  const area = draft.area ?? me.data?.grid ?? null

  useEffect(() => {
    const picked = (one: AreaView) => change({ area: one })
    Taro.eventCenter.on('area.picked', picked)
    return () => void Taro.eventCenter.off('area.picked', picked)
  }, [])

  async function send(consented: boolean) {
    if (!consented) {
      setAsking(true)
      return
    }
    const filled = { ...draft, ...(area !== null && { area }) }
    const made = await report.run(toInput(filled, helps, serverNow()))
    if (made === undefined) {
      void Taro.pageScrollTo({ scrollTop: 0 })
      return
    }
    clear()
    replaceBy('/features/missing/detail/index', { id: made.id })
  }

  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send(true)
    }
  }

  return (
    <Page
      title={helps ? '替家属报走失' : '报告走失'}
      state={me}
      foot={
        <ActionBar>
          <Button kind="danger" loading={report.busy} onTap={() => void send(me.data?.consented === true)}>
            请大家帮着找
          </Button>
        </ActionBar>
      }
    >
      <Police />
      {report.failure !== undefined && <Notice tone="red">{report.failure.message}</Notice>}
      <Field label="照片(最像的一张)" error={fields.pictureIds}>
        <PicturePicker value={draft.pictures} max={1} onChange={(pictures) => change({ pictures })} />
      </Field>
      <Field label="男还是女?" error={fields.sex}>
        <ChipGroup
          label="男还是女"
          value={draft.sex}
          options={SEXES.map((value) => ({ value, label: SEX_LABELS[value] }))}
          onChange={(sex) => change({ sex })}
        />
      </Field>
      <Field label="大概几岁?" error={fields.age}>
        <TextInput
          label="大概几岁"
          type="number"
          max={3}
          placeholder="72"
          value={draft.age}
          onChange={(age) => change({ age })}
        />
      </Field>
      <Field label="穿什么、长什么样?" error={fields.looks}>
        <TextArea
          label="穿着和样子"
          value={draft.looks}
          max={MISSING_LIMITS.looks}
          placeholder="深色外套,中等身材,没带手机"
          onChange={(looks) => change({ looks })}
        />
      </Field>
      <Field label="怎么走的?" error={fields.travel}>
        <ChipGroup
          label="怎么走的"
          value={draft.travel}
          options={TRAVELS.map((value) => ({ value, label: TRAVEL_LABELS[value] }))}
          onChange={(travel) => change({ travel })}
        />
      </Field>
      <Field label="最后什么时候看到他?" error={fields.lastSeenAt && '请选最后什么时候看到他'}>
        <ChipGroup
          label="最后什么时候看到他"
          value={draft.ago}
          options={AGO}
          onChange={(ago) => change({ ago })}
        />
      </Field>
      <Field label="最后在哪里看到?" error={fields.areaCode ?? fields.place} hint="不用写门牌号">
        <Row
          label={area?.fullName ?? '选地方'}
          value="改"
          onTap={() => goTo('/features/area/choose/index', { pick: '1' })}
        />
        <TextInput
          label="最后看到的地方"
          value={draft.place}
          max={MISSING_LIMITS.place}
          placeholder="村东头小卖部"
          onChange={(place) => change({ place })}
        />
      </Field>
      <Field label="他的情况">
        <SwitchRow
          label="需要帮助"
          hint="认不得路、说不清话、身体不好"
          on={draft.needsHelp}
          onChange={(needsHelp) => change({ needsHelp })}
        />
        <SwitchRow
          label="可能被人带走"
          hint="先由公安处理,不发到群里"
          on={draft.abduction}
          onChange={(abduction) => change({ abduction })}
        />
      </Field>
      <Field label="他叫什么?(可不填)" error={fields.name} hint="群里不显示名字">
        <TextInput label="名字" value={draft.name} max={NAME_MAX} onChange={(name) => change({ name })} />
      </Field>
      <Family draft={draft} change={change} errors={fields} helps={helps} />
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
