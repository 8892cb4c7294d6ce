import type { DayPart, HelpAskInput, HelpKind, HelpWay } from '~/types/help'
import type { MeView } from '~/types/me'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'

/** What has been filled in so far; kept until it is sent. */
export interface HelpDraft {
  text: string
  pictures: PictureView[]
  voices: VoiceView[]
  kind?: HelpKind
  /** YYYY-MM-DD; empty when any day will do. */
  day: string
  part: DayPart
  urgent: boolean
  forFamily: boolean
  way: HelpWay
  place: string
  name: string
  phone: string
}

export const EMPTY_DRAFT: HelpDraft = {
  text: '',
  pictures: [],
  voices: [],
  day: '',
  part: 'any',
  urgent: false,
  forFamily: false,
  way: 'first',
  place: '',
  name: '',
  phone: '',
}

/** The input of `help.ask`; what was left empty is left out. */
export function toInput(draft: HelpDraft, me: MeView): HelpAskInput {
  const { text, kind = 'other', part, urgent, forFamily, way, day, place, name, phone } = draft
  return {
    ...{ text, kind, part, urgent, forFamily, way },
    ...(draft.pictures.length > 0 && { pictureIds: draft.pictures.map(({ id }) => id) }),
    ...(draft.voices.length > 0 && { voiceIds: draft.voices.map(({ id }) => id) }),
    ...(day !== '' && { day }),
    ...(place !== '' && { place }),
    ...(me.name === '' && name !== '' && { name }),
    ...(me.phone === undefined && phone !== '' && { phone }),
  }
}
