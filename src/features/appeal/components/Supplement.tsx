import { useState } from 'react'
import { APPEAL_LIMITS } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import { useAction, useDraft } from '@/hooks'
import { Voices } from './Voices'
import { Button, Card, Field, PicturePicker, Row, TextArea } from '@/ui'

const EMPTY = { words: '', pictures: [] as PictureView[], voices: [] as VoiceView[] }

/** Something more to say; opens where it stands. */
export function Supplement({ id }: { id: string }) {
  const [draft, change, clear] = useDraft(`appeal.supplement.${id}`, EMPTY)
  const [open, setOpen] = useState(draft.words !== '' || draft.pictures.length > 0 || draft.voices.length > 0)
  const supplement = useAction('appeal.supplement', { done: '已补充' })
  async function send() {
    const pictureIds = draft.pictures.map((picture) => picture.id)
    const voiceIds = draft.voices.map((voice) => voice.id)
    if ((await supplement.run({ id, words: draft.words, pictureIds, voiceIds })) !== undefined) {
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
    <Card>
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
      </Field>
      <Button size="middle" loading={supplement.busy} onTap={() => void send()}>
        补充上去
      </Button>
    </Card>
  )
}
