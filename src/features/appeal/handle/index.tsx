import { View } from '@tarojs/components'
import type { AppealView } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import { useAction, useCall, useDraft, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { ActionBar, Button, Card, ChipGroup, Field, Notice, Page, PicturePicker, TextArea } from '@/ui'
import { ACTS, isWritten, maxOf, readyFor, type Written } from './acts'
import { isAsked, toChoices, type Helpers } from './asks'
import { AskField } from './AskField'
import './index.scss'

interface Draft {
  words: string
  pictures: PictureView[]
  picked: Record<string, string[]>
}
const EMPTY: Draft = { words: '', pictures: [], picked: {} }
/** What a resident is given: nothing of it is asked of them. */
const NOTHING: Helpers = {
  departments: [],
  colleagues: [],
  templates: {},
  whistleTerms: { hard: 0, enforce: 0, emergency: 0 },
}

interface Props {
  action: Written
  appeal: AppealView
  helpers: Helpers
}

function Handle({ action, appeal, helpers }: Props) {
  const written = ACTS[action]
  const asks = written.asks ?? []
  const ready = readyFor(action, helpers)
  const [draft, change, clear] = useDraft<Draft>(`${action}.${appeal.id}`, EMPTY)
  const act = useAction(action, { done: written.done, refresh: ['appeal', 'feed', 'delivery'] })
  // A single choice is no question.
  const only = asks.flatMap(({ field, options }) => {
    const found = options(appeal, helpers)
    return found.length === 1 && found[0] !== undefined ? [[field, [found[0].value]]] : []
  })
  const picked = { ...draft.picked, ...(Object.fromEntries(only) as Draft['picked']) }
  // What has nothing to choose from is not asked.
  const shown = asks.filter(
    (ask) => isAsked(ask, picked) && (ask.written !== undefined || ask.options(appeal, helpers).length > 0),
  )
  const missing = asks.flatMap((ask) => (ask.options(appeal, helpers).length === 0 ? (ask.none ?? []) : []))
  const known = new Set(['words', 'reason', 'pictureIds', ...shown.map(({ field }) => field)])
  const strange = Object.entries(act.fields).find(([field]) => !known.has(field))?.[1]

  async function submit() {
    const pictureIds = draft.pictures.map(({ id }) => id)
    const input = {
      id: appeal.id,
      ...(draft.words.trim() !== '' && { [written.field]: draft.words }),
      ...(written.pictures === true && { pictureIds }),
      ...toChoices(asks, picked),
    }
    // What is asked differs by the act; the server checks every field of it.
    if ((await act.run(input)) !== undefined) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title={written.title}
      foot={
        <ActionBar>
          <Button loading={act.busy} onTap={() => void submit()}>
            {written.button}
          </Button>
        </ActionBar>
      }
    >
      {act.failure !== undefined && <Notice tone="red">{strange ?? act.failure.message}</Notice>}
      <Card>
        <View className="handle__title">{appeal.title}</View>
        <View className="handle__text">{appeal.text}</View>
      </Card>
      {missing.map((words) => (
        <Notice key={words} tone="gold">
          {words}
        </Notice>
      ))}
      {shown.map((ask) => (
        <AskField
          key={ask.field}
          ask={ask}
          options={ask.options(appeal, helpers)}
          values={picked[ask.field] ?? []}
          error={act.fields[ask.field]}
          onChange={(values) => change({ picked: { ...picked, [ask.field]: values } })}
        />
      ))}
      <Field label={written.label} error={act.fields[written.field] ?? act.fields.pictureIds}>
        <TextArea
          label={written.label}
          value={draft.words}
          max={maxOf(written)}
          placeholder={written.placeholder}
          onChange={(text) => change({ words: text })}
        />
        {written.pictures === true && (
          <PicturePicker value={draft.pictures} onChange={(pictures) => change({ pictures })} />
        )}
      </Field>
      {ready.length > 0 && (
        <Field label="常用的话,点一下就写上">
          <ChipGroup
            label="常用的话"
            value={undefined}
            options={ready.map((sentence) => ({ value: sentence, label: sentence }))}
            onChange={(sentence) => change({ words: `${draft.words}${sentence}` })}
          />
        </Field>
      )}
    </Page>
  )
}

/** Everything that is done to a case in words: one form, since the acts differ in what they ask. */
export default function AppealHandle() {
  const { id = '', action } = useParams()
  const query = useCall('appeal.info', { id })
  const staff = query.data?.relation === 'staff'
  const helpers = useCall('appeal.helpers', { id }, { when: staff })
  if (!isWritten(action) || query.data === undefined) {
    return <Page title="办理" state={query} />
  }
  if (staff && helpers.data === undefined) {
    return <Page title={ACTS[action].title} state={helpers} />
  }
  return query.data.can.includes(action) || query.loading ? (
    <Handle action={action} appeal={query.data} helpers={helpers.data ?? NOTHING} />
  ) : (
    <Page title="办理">
      <Notice tone="gold">这件事的进展已经变了,现在不用再办这一步。</Notice>
      <Button onTap={goBack}>返回</Button>
    </Page>
  )
}
