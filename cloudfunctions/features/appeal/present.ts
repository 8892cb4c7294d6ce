import type { AppealView } from '~/types/appeal'
import type { AppealRowView } from '~/types/appeal-list'
import type { AreaView } from '~/types/area'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { presentWhistle } from '../whistle/queries'
import type { Surroundings } from './asides'
import { presentWhose } from './behalf'
import { allowedActions } from './can'
import { areaNameOf, bodyName, levelOf, submitterName, type Naming } from './names'
import { fulfils } from './policy'
import type { AppealRow } from './repo'
import { presentClocks } from './present-clocks'
import { presentRatings, type Said } from './said'
import { presentTimeline } from './timeline'
import { titleOf } from '../../core/title'

export interface AppealParts extends Naming {
  actor: Actor
  now: Date
  around: Surroundings
  steps: Row<'appealStep'>[]
  /** Views of the pictures of each step. */
  pictures: Map<string, PictureView[]>
  /** Views of the recordings of each step. */
  voices: Map<string, VoiceView[]>
  said: Said | undefined
}

const iso = (date: Date) => date.toISOString()

/** Objection and extension: the offices' business, of which the person learns what was decided. */
function presentRounds({ relation, departments, around: { objection, extension } }: AppealParts) {
  const staff = relation === 'staff'
  const told = extension !== undefined && (staff || (relation === 'own' && extension.granted === true))
  return {
    objection:
      staff && objection !== undefined
        ? {
            round: objection.round,
            departmentName: departments.get(objection.department) ?? '',
            reason: objection.reason,
            decideBy: iso(objection.decideBy),
            ...(objection.upheld !== null && { upheld: objection.upheld }),
            words: objection.words,
          }
        : null,
    extension: told
      ? {
          reason: extension.reason,
          seconds: extension.seconds,
          askedAt: iso(extension.askedAt),
          ...(extension.granted !== null && { granted: extension.granted }),
          words: extension.words,
        }
      : null,
  }
}

export function presentAppeal(parts: AppealParts): AppealView {
  const { appeal, relation, actor, now, areas, around, departments, pictures } = parts
  const notFixedSince = parts.said?.frozen === false ? parts.said.askedAt : undefined
  const first = parts.steps.find(({ action }) => action === 'appeal.submit')
  const { id, number, text, status, category, urgency, areaCode, place, nameShown, outcome } = appeal
  const by = {
    actor,
    staff: relation === 'staff',
    town: fulfils(actor, 'town', appeal),
    decide: fulfils(actor, 'decide', appeal),
    names: departments,
  }
  return {
    id,
    number,
    title: titleOf(text),
    text,
    status,
    level: levelOf(appeal.holderCode),
    category,
    urgency,
    areaCode,
    areaName: areaNameOf(areas, areaCode),
    place,
    submitterName: submitterName(parts),
    nameShown,
    private: appeal.private,
    content: appeal.content,
    holderName: bodyName(parts, appeal.holderCode, appeal.leadDepartment),
    pictures: pictures.get(first?.id ?? '') ?? [],
    voices: parts.voices.get(first?.id ?? '') ?? [],
    steps: presentTimeline({ ...parts, notFixedSince }, parts.steps),
    ...presentRatings(parts),
    ...presentClocks(appeal),
    outcome,
    channel: relation === 'neighbour' ? null : appeal.channel,
    ...presentWhose(appeal, relation, actor.user.id),
    cityNumber: relation === 'neighbour' ? null : appeal.cityNumber,
    whistles: around.whistles.map((whistle) => presentWhistle(whistle, by)),
    ...presentRounds(parts),
    joinCount: around.joinCount,
    joined: around.joined,
    thankCount: around.thankCount,
    thanked: around.thanked,
    relation,
    can: allowedActions(actor, appeal, around, now),
  }
}

export interface AppealRowParts {
  appeal: AppealRow
  actor: Actor
  now: Date
  areas: Map<string, AreaView>
  around: Surroundings
  picture: PictureView | undefined
  pictureCount: number
}

export function presentAppealRow(parts: AppealRowParts): AppealRowView {
  const { appeal, actor, now, areas, around, picture, pictureCount } = parts
  const { id, number, status, category, urgency } = appeal
  return {
    id,
    number,
    title: titleOf(appeal.text),
    status,
    level: levelOf(appeal.holderCode),
    category,
    urgency,
    areaName: areaNameOf(areas, appeal.areaCode),
    ...presentClocks(appeal),
    ...(picture !== undefined && { picture }),
    pictureCount,
    ...(appeal.lastUrgedAt !== null && { urgedAt: iso(appeal.lastUrgedAt) }),
    joinCount: around.joinCount,
    can: allowedActions(actor, appeal, around, now),
  }
}
