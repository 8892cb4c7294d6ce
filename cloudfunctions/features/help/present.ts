import type { HelpView } from '~/types/help'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import { nameOf } from './names'
import { presentHelpRow, type RowParts } from './row'
import { presentOffers, presentReports, presentThanks, type Offerers } from './said'
import { isPaired } from './workflow'

export interface HelpParts extends RowParts {
  pictures: PictureView[]
  voices: VoiceView[]
  offerers: Offerers
}

/** The whole request: place, names and voices for the two and the staff, the rest for neighbours as well. */
export function presentHelp(parts: HelpParts): HelpView {
  const { help, around, pictures, voices, offerers } = parts
  const { relation } = around
  const ofTwo = relation === 'own' || relation === 'helper'
  const close = relation === 'own' || relation === 'staff' || (relation === 'helper' && isPaired(help))
  return {
    ...presentHelpRow(parts),
    text: help.text,
    place: close ? help.place : '',
    askerName: nameOf(around, help.askerId, ofTwo),
    helperName: nameOf(around, help.helperId, ofTwo),
    pictures,
    voices: ofTwo || relation === 'staff' ? voices : [],
    offers: presentOffers(help, around, offerers),
    confirmed: { asker: help.askerDoneAt !== null, helper: help.helperDoneAt !== null },
    saidThanks: presentThanks(help, around),
    reports: presentReports(around),
    ...(help.widenAt !== null && relation !== 'neighbour' && { widenAt: help.widenAt.toISOString() }),
    attended: help.attendedAt !== null,
  }
}
