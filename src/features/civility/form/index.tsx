import { CIVILITY_KINDS, CIVILITY_LIMITS, type CivilityKind } from '~/types/civility'
import type { PictureView } from '~/types/picture'
import { useAction, useDraft, useMe } from '@/hooks'
import { CIVILITY_KIND_LABELS, CIVILITY_WORDS } from '@/labels/civility'
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
  SwitchRow,
  TextArea,
} from '@/ui'
import { useCover } from './useCover'
import { usePickedGrid } from './usePickedGrid'

interface Draft {
  kind: CivilityKind | undefined
  words: string
  pictures: PictureView[]
  looked: boolean
  areaCode: string
  areaName: string
}
const EMPTY: Draft = { kind: undefined, words: '', pictures: [], looked: false, areaCode: '', areaName: '' }
const KINDS = CIVILITY_KINDS.map((value) => ({ value, label: CIVILITY_KIND_LABELS[value] }))
const PICTURE_HINT = '尽量只拍东西。拍到了人、车牌、门牌,拍完就能遮住;遮漏了,删掉重拍。'
const OURS = Object.values(CIVILITY_WORDS)

/** 文明提醒: a friendly word to the grid about a place, with a picture in which nobody can be recognised. */
export default function CivilityForm() {
  const me = useMe()
  const [draft, change, clear] = useDraft<Draft>('civility.remind', EMPTY)
  const remind = useAction('civility.remind', { done: '提醒发出去了', refresh: ['feed', 'delivery'] })
  const { fields } = remind
  const [cover, coverSheet] = useCover()
  const { kind, words, pictures, looked } = draft
  const own = me.data?.assignments.find(({ area }) => area.level === 'grid')?.area
  const areaCode = draft.areaCode === '' ? (own?.code ?? '') : draft.areaCode
  const areaName = draft.areaCode === '' ? own?.name : draft.areaName
  usePickedGrid(({ code, name }) => change({ areaCode: code, areaName: name }))

  // Our sentence to begin with, as long as nothing else has been written.
  const choose = (chosen: CivilityKind) =>
    change({ kind: chosen, ...(OURS.includes(words) && { words: CIVILITY_WORDS[chosen] }), looked: false })

  async function send() {
    if (kind === undefined || !looked) {
      return
    }
    const [picture] = pictures
    const shown = picture === undefined ? {} : { pictureId: picture.id }
    const made = await remind.run({ kind, words, areaCode, ...shown, nobodyRecognisable: true })
    if (made !== undefined) {
      clear()
      replaceBy('/features/civility/detail/index', { id: made.id })
    }
  }

  return (
    <Page
      title="文明提醒"
      state={me}
      foot={
        <ActionBar>
          <Button
            loading={remind.busy}
            disabled={kind === undefined || !looked || areaCode === ''}
            onTap={() => void send()}
          >
            提醒大家
          </Button>
        </ActionBar>
      }
    >
      {remind.failure !== undefined && <Notice tone="red">{remind.failure.message}</Notice>}
      <Notice tone="blue">只说事、不说人。不点名,不写电话和车牌,更不搞曝光榜。</Notice>
      <Field label="提醒哪个网格?" error={fields.areaCode}>
        <Row
          label={areaName ?? '选一个网格'}
          {...(areaName !== undefined && { value: '换一个' })}
          onTap={() => goTo('/features/area/choose/index', { pick: '1' })}
        />
      </Field>
      <Field label="什么事?" error={fields.kind}>
        <ChipGroup label="什么事" value={kind} options={KINDS} onChange={choose} />
      </Field>
      <Field label="怎么说?" error={fields.words}>
        <TextArea
          label="怎么说"
          value={words}
          max={CIVILITY_LIMITS.words}
          placeholder="和和气气说一句"
          onChange={(typed) => change({ words: typed, looked: false })}
        />
      </Field>
      <Field label="拍张照片(可以不拍)" hint={PICTURE_HINT} error={fields.pictureId}>
        <PicturePicker
          value={pictures}
          max={1}
          cover={cover}
          onChange={(taken) => change({ pictures: taken, looked: false })}
        />
      </Field>
      <Field label="发之前再看一遍" error={fields.nobodyRecognisable}>
        <SwitchRow
          label="看过了,认不出是谁"
          hint="照片里没有脸、门牌和车牌,话里没有名字"
          on={looked}
          onChange={(on) => change({ looked: on })}
        />
      </Field>
      {coverSheet}
    </Page>
  )
}
