import type { AppealRelation, AppealRowView, AppealStepView, AppealView } from '~/types/appeal'
import { APPEAL_LEVELS } from '~/types/appeal'
import { areaLevelOf, type AreaView } from '~/types/area'
import type { PictureView } from '~/types/picture'
import type { Actor } from '../../core/actor'
import { maskName } from '../../core/masking'
import type { Row } from '../../core/schema'
import { allowedActions } from './policy'
import type { AppealRow } from './repo'
import { titleOf } from './title'
import { isOwnWord } from './workflow'

export interface AppealParts {
  appeal: AppealRow
  relation: AppealRelation
  actor: Actor
  now: Date
  areas: Map<string, AreaView>
  submitter: { name: string; phoneEncrypted: string | null } | undefined
  workerName: string | undefined
  steps: Row<'appealStep'>[]
  /** Views of the pictures of each step. */
  pictures: Map<string, PictureView[]>
  rating: Row<'appealRating'> | undefined
}

/** The level that holds it: grid, village or town. */
export function levelOf(holderCode: string): AppealView['level'] {
  const level = areaLevelOf(holderCode)
  return APPEAL_LEVELS.find((one) => one === level) ?? 'town'
}

/** 村 · 网格, without the town that everybody knows. */
export function areaNameOf(areas: Map<string, AreaView>, code: string): string {
  return areas.get(code)?.fullName.split(' · ').slice(1).join(' · ') ?? ''
}

function submitterName({ appeal, relation, submitter }: AppealParts): string {
  if (submitter === undefined || submitter.name === '') {
    return '一位邻居'
  }
  if (relation !== 'neighbour') {
    return submitter.name
  }
  return appeal.nameShown ? maskName(submitter.name) : '一位邻居'
}

/** The body that acted, not the officer: towards the public an office answers, not a person. */
function bodyName({ areas, workerName }: AppealParts, code: string): string {
  if (areaLevelOf(code) === 'grid') {
    return workerName === undefined ? '网格员' : `网格员 ${workerName}`
  }
  return areas.get(code)?.name ?? ''
}

function presentStep(parts: AppealParts, step: Row<'appealStep'>): AppealStepView {
  const resident =
    parts.relation === 'own' ? '您' : parts.relation === 'staff' ? submitterName(parts) : '反映人'
  // A neighbour learns that the case was rated or taken up again, not what was said with it.
  const kept = parts.relation === 'neighbour' && isOwnWord(step.action)
  return {
    id: step.id,
    action: step.action as AppealStepView['action'],
    by: step.byResident ? resident : bodyName(parts, step.byCode),
    words: kept ? '' : step.words,
    pictures: kept ? [] : (parts.pictures.get(step.id) ?? []),
    at: step.at.toISOString(),
  }
}

/** Neighbours see what was done, not what the person added later or said about it. */
function shownSteps({ relation, steps }: AppealParts): Row<'appealStep'>[] {
  return relation === 'neighbour' ? steps.filter((step) => step.action !== 'appeal.supplement') : steps
}

export function presentAppeal(parts: AppealParts): AppealView {
  const { appeal, relation, actor, now, areas, submitter, rating } = parts
  const first = parts.steps.find((step) => step.action === 'appeal.submit')
  const { id, number, text, status, category, urgency, areaCode, place, nameShown } = appeal
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
    holderName: bodyName(parts, appeal.holderCode),
    pictures: parts.pictures.get(first?.id ?? '') ?? [],
    steps: shownSteps(parts).map((step) => presentStep(parts, step)),
    rating:
      rating === undefined
        ? null
        : {
            outcome: rating.outcome,
            satisfaction: rating.satisfaction,
            words: relation === 'neighbour' ? '' : rating.words,
            at: rating.at.toISOString(),
          },
    submittedAt: appeal.submittedAt.toISOString(),
    dueAt: appeal.dueAt.toISOString(),
    ...(appeal.handledAt !== null && { handledAt: appeal.handledAt.toISOString() }),
    relation,
    can: allowedActions(actor, appeal, submitter?.phoneEncrypted != null, now),
  }
}

export interface AppealRowParts extends Pick<
  AppealParts,
  'appeal' | 'actor' | 'now' | 'areas' | 'submitter'
> {
  picture: PictureView | undefined
  pictureCount: number
}

export function presentAppealRow(parts: AppealRowParts): AppealRowView {
  const { appeal, actor, now, areas, submitter, picture, pictureCount } = parts
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
    submittedAt: appeal.submittedAt.toISOString(),
    dueAt: appeal.dueAt.toISOString(),
    ...(appeal.handledAt !== null && { handledAt: appeal.handledAt.toISOString() }),
    ...(picture !== undefined && { picture }),
    pictureCount,
    can: allowedActions(actor, appeal, submitter?.phoneEncrypted != null, now),
  }
}
