import { useState } from 'react'
import { APPEAL_LIMITS } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import { useAction, useDraft } from '@/hooks'
import { Button, Card, Field, PicturePicker, Row, SwitchRow, TextArea, Voices } from '@/ui'

const EMPTY = { words: '', pictures: [] as PictureView[], voices: [] as VoiceView[], asks: false }

/** Something more to say; opens where it stands. Who handles the case may ask the person with it, and then waits. */
export function Supplement({ id, asker }: { id: string; asker: boolean }) {
  const [draft, change, clear] = useDraft(`appeal.supplement.${id}`, EMPTY)
  const [open, setOpen] = useState(draft.words !== '' || draft.pictures.length > 0 || draft.voices.length > 0)
  const supplement = useAction('appeal.supplement', { done: '已补充' })
  async function send() {
    const pictureIds = draft.pictures.map((picture) => picture.id)
    const voiceIds = draft.voices.map((voice) => voice.id)
    const { words, asks } = draft
    if ((await supplement.run({ id, words, pictureIds, voiceIds, ...(asker && { asks }) })) !== undefined) {
      clear()
      setOpen(false)
    }
  }
  if (!open) {
    return (
      <Card>
        <Row label="还有话要说" value="补充" onTap={() => setOpen(true)} />
      </Card>
    )
  }
  return (
    <Field
      label="还有什么要说的?"
      error={supplement.fields.words ?? supplement.fields.pictureIds ?? supplement.fields.voiceIds}
    >
      <TextArea
        label="还有什么要说的"
        value={draft.words}
        max={APPEAL_LIMITS.words}
        placeholder="想补充什么,写在这里"
        onChange={(words) => change({ words })}
      />
      <Voices
        value={draft.voices}
        onChange={(voices) => change({ voices })}
        text={draft.words}
        onText={(words) => change({ words })}
      />
      <PicturePicker value={draft.pictures} onChange={(pictures) => change({ pictures })} />
      {asker && (
        <SwitchRow
          label="请反映人补充"
          hint="他会看到“等您补充”;办理时限照常走"
          on={draft.asks}
          onChange={(asks) => change({ asks })}
        />
      )}
      <Button size="middle" loading={supplement.busy} onTap={() => void send()}>
        补充上去
      </Button>
    </Field>
  )
}
