import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import { PRIVACY_VERSION } from '~/types/me'
import { DIRECTIONS, MISSING_LIMITS } from '~/types/missing'
import { serverNow } from '@/api'
import { useAction, useDraft, useMe, useParams } from '@/hooks'
import { DIRECTION_LABELS } from '@/labels/missing'
import { goBack, goTo } from '@/navigate'
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
  TextArea,
  TextInput,
} from '@/ui'
import { AGO, EMPTY_DRAFT, toInput, unanswered, type SightDraft } from './draft'

const ASKED = { self: '请选是不是亲眼看到的', ago: '请选什么时候看到的', area: '请选他当时在哪里' }

/** 我看到了: three taps, then what else there is to say. It goes to who leads the search and to the police. */
export default function Sight() {
  const { id = '' } = useParams()
  const me = useMe()
  const [draft, change, clear] = useDraft<SightDraft>(`missing.sight.${id}`, EMPTY_DRAFT)
  const [missed, setMissed] = useState<keyof typeof ASKED>()
  const [asking, setAsking] = useState(false)
  const sight = useAction('missing.sight', { done: '谢谢您,已送到' })
  const consent = useAction('me.consent')
  const { fields } = sight
  const errorOf = (field: keyof typeof ASKED) => (missed === field ? ASKED[field] : undefined)

  useEffect(() => {
    const picked = (area: AreaView) => change({ area })
    Taro.eventCenter.on('area.picked', picked)
    return () => void Taro.eventCenter.off('area.picked', picked)
  }, [])

  async function send(consented: boolean) {
    const open = unanswered(draft)
    setMissed(open)
    if (open !== undefined) {
      return
    }
    if (draft.phone !== '' && !consented) {
      setAsking(true)
      return
    }
    if ((await sight.run(toInput(id, draft, serverNow()))) !== undefined) {
      clear()
      goBack()
    }
  }

  async function agree() {
    setAsking(false)
    if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
      await send(true)
    }
  }

  return (
    <Page
      title="我看到了"
      state={me}
      foot={
        <ActionBar>
          <Button kind="danger" loading={sight.busy} onTap={() => void send(me.data?.consented === true)}>
            报给找人的同志
          </Button>
        </ActionBar>
      }
    >
      {sight.failure !== undefined && <Notice tone="red">{sight.failure.message}</Notice>}
      <Notice tone="blue">只有负责找人的同志和公安看得到。请别直接联系家属,也别惊动他,远远陪着就好。</Notice>
      <Field label="是您亲眼看到的吗?" error={errorOf('self') ?? fields.self}>
        <ChipGroup
          label="是您亲眼看到的吗"
          value={draft.self}
          options={[
            { value: 'yes', label: '亲眼看到' },
            { value: 'no', label: '听别人说' },
          ]}
          onChange={(self) => change({ self })}
        />
      </Field>
      <Field label="什么时候?" error={errorOf('ago') ?? fields.seenAt}>
        <ChipGroup label="什么时候" value={draft.ago} options={AGO} onChange={(ago) => change({ ago })} />
      </Field>
      <Field
        label="他当时在哪里?"
        error={errorOf('area') ?? fields.areaCode}
        hint="选他在的地方,不是您现在的地方"
      >
        <Row
          label={draft.area?.fullName ?? '选地方'}
          onTap={() => goTo('/features/area/choose/index', { pick: '1' })}
        />
        {me.data?.grid != null && draft.area === undefined && (
          <Button kind="soft" size="middle" onTap={() => change({ area: me.data?.grid ?? undefined })}>
            {`就在${me.data.grid.name}`}
          </Button>
        )}
        <TextInput
          label="具体在哪里"
          value={draft.place}
          max={MISSING_LIMITS.place}
          placeholder="桥头、小卖部门口(可不填)"
          onChange={(place) => change({ place })}
        />
      </Field>
      <Field label="往哪边走了?(可不填)" error={fields.direction}>
        <ChipGroup
          label="往哪边走了"
          value={draft.direction}
          options={DIRECTIONS.map((value) => ({ value, label: DIRECTION_LABELS[value] }))}
          onChange={(direction) => change({ direction })}
        />
      </Field>
      <Field label="照片和别的话(可不填)" error={fields.words ?? fields.pictureIds}>
        <PicturePicker value={draft.pictures} max={1} onChange={(pictures) => change({ pictures })} />
        <TextArea
          label="看到的情况"
          value={draft.words}
          max={MISSING_LIMITS.words}
          placeholder="推着车,走得很慢"
          onChange={(words) => change({ words })}
        />
      </Field>
      <Field label="您的电话(可不填)" error={fields.phone} hint="方便问您细节,不会公开,也不给家属">
        <TextInput
          label="您的电话"
          type="phone"
          max={11}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </Field>
      <ConsentSheet open={asking} onAgree={() => void agree()} onRefuse={() => setAsking(false)} />
    </Page>
  )
}
