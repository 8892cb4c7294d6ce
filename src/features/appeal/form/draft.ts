import type { AppealCategory, Urgency } from '~/types/appeal'
import type { BehalfConsent } from '~/types/behalf'
import type { AppealSubmitInput } from '~/types/appeal-api'
import type { AreaView } from '~/types/area'
import type { MeView } from '~/types/me'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'

/** What has been filled in so far; kept until it is sent. */
export interface AppealDraft {
  text: string
  pictures: PictureView[]
  voices: VoiceView[]
  /** Chosen by the person; the suggestion counts while this is absent. */
  category?: AppealCategory
  /** Another grid than one's own. */
  area?: AreaView
  place: string
  urgency: Urgency
  nameShown: boolean
  private: boolean
  name: string
  phone: string
  /** Whom it is for, when not for oneself. */
  behalf?: { name: string; phone: string; consent?: BehalfConsent }
}

export const EMPTY_DRAFT: AppealDraft = {
  text: '',
  pictures: [],
  voices: [],
  place: '',
  urgency: 'soon',
  nameShown: false,
  private: false,
  name: '',
  phone: '',
}

/** The input of `appeal.submit`; what was left empty is left out. */
export function toInput(
  draft: AppealDraft,
  me: MeView,
  suggested: AppealCategory | undefined,
): AppealSubmitInput {
  const category = draft.category ?? suggested
  return {
    text: draft.text,
    urgency: draft.urgency,
    pictureIds: draft.pictures.map((picture) => picture.id),
    ...(draft.voices.length > 0 && { voiceIds: draft.voices.map((voice) => voice.id) }),
    nameShown: draft.nameShown,
    private: draft.private,
    ...(draft.area !== undefined && { areaCode: draft.area.code }),
    ...(draft.area === undefined && me.grid !== null && { areaCode: me.grid.code }),
    ...(draft.place !== '' && { place: draft.place }),
    ...(category !== undefined && { category }),
    ...(me.name === '' && draft.name !== '' && { name: draft.name }),
    ...(draft.phone !== '' && { phone: draft.phone }),
    ...(draft.behalf !== undefined && { behalf: toBehalf(draft.behalf) }),
  }
}

/** How the person agreed is left out while nobody has said it: the server asks for it at its field. */
function toBehalf({ name, phone, consent }: NonNullable<AppealDraft['behalf']>) {
  return {
    name,
    ...(phone !== '' && { phone }),
    ...(consent !== undefined && { consent }),
  } as NonNullable<AppealSubmitInput['behalf']>
}
