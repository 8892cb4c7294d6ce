import type { AppealAction, AppealStatus } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { Limits } from './limits'
import { fulfils, relationTo, serves } from './policy'
import { isHandled, isOpen, type AppealMove } from './workflow'

type Appeal = Row<'appeal'>
/** What may be done without moving the case. */
export type Aside = Exclude<AppealAction, AppealMove>

/** What is known of a case beside its own row. */
export interface Surroundings {
  hasPhone: boolean
  joined: boolean
  joinCount: number
  /** The asking for the person's word of the present round. */
  callback: Row<'appealCallback'> | undefined
  /** The actor has given a word in the present round. */
  rated: boolean
  thankCount: number
  /** The actor has said thank you. */
  thanked: boolean
  objection: Row<'appealObjection'> | undefined
  extension: Row<'appealExtension'> | undefined
  whistles: Row<'whistle'>[]
  /** How often and how long, as the district has set it. */
  limits: Limits
  /** Some picture of the case is held back. */
  pictureHeld: boolean
}

interface Condition {
  who(actor: Actor, appeal: Appeal, around: Surroundings): boolean
  when(appeal: Appeal, around: Surroundings, actor: Actor): boolean
}

const isHeld = ({ content }: Appeal, { pictureHeld }: Surroundings) => content === 'held' || pictureHeld
/** Somebody has it in hand. */
const TAKEN: readonly AppealStatus[] = ['accepted', 'shelved']
const atWork = ({ status }: Appeal) => status === 'accepted'
const own = (actor: Actor, appeal: Appeal) => fulfils(actor, 'own', appeal)
const lead = (actor: Actor, appeal: Appeal) => fulfils(actor, 'lead', appeal)
const town = (actor: Actor, appeal: Appeal) => fulfils(actor, 'town', appeal)
const pending = (around: Surroundings) => around.extension !== undefined && around.extension.granted === null

/** More time is decided one level above who asked: the town for grid and village, the district for the others. */
function decides(actor: Actor, appeal: Appeal): boolean {
  const below = appeal.leadDepartment === null && appeal.holderCode.length > AREA_CODE_LENGTH.town
  return fulfils(actor, 'decide', appeal) || (below && town(actor, appeal))
}

const ASIDES: Record<Aside, Condition> = {
  'appeal.supplement': {
    who: (actor, appeal) => own(actor, appeal) || lead(actor, appeal),
    when: (appeal) => isOpen(appeal) || isHandled(appeal),
  },
  'appeal.call': {
    who: (actor, appeal) => lead(actor, appeal) || (isHandled(appeal) && fulfils(actor, 'above', appeal)),
    when: (_appeal, { hasPhone }) => hasPhone,
  },
  // Once a term; whoever has taken the case answers for it.
  'appeal.contact': {
    who: lead,
    when: ({ status, contactedAt }) => TAKEN.includes(status) && contactedAt === null,
  },
  'appeal.thank': {
    who: (actor, appeal, { joined }) => relationTo(actor, appeal, joined) === 'neighbour',
    when: ({ status }, { thanked }) => ['answered', 'finished', 'closed'].includes(status) && !thanked,
  },
  'appeal.urge': { who: own, when: isOpen },
  'appeal.join': {
    who: (actor, appeal) => relationTo(actor, appeal) === 'neighbour',
    when: (appeal, { joined }) => isOpen(appeal) && !joined,
  },
  'appeal.whistle': { who: town, when: atWork },
  'appeal.arrive': {
    who: (actor, _appeal, { whistles }) => whistles.some(({ department }) => serves(actor, department)),
    when: (_appeal, { whistles }, actor) =>
      whistles.some(({ status, department }) => status === 'blown' && serves(actor, department)),
  },
  'appeal.release': {
    who: town,
    when: (_appeal, { whistles }) => whistles.some(({ status }) => status === 'arrived'),
  },
  'appeal.extend': { who: lead, when: (appeal, { extension }) => atWork(appeal) && extension === undefined },
  'appeal.decideExtension': {
    who: decides,
    when: (appeal, around, actor) =>
      isOpen(appeal) && pending(around) && around.extension?.askedBy !== actor.user.id,
  },
  // To the hotline of the city, beyond the district (domain rules 1.3, L4).
  'appeal.refer': {
    who: (actor, appeal) => fulfils(actor, 'decide', appeal),
    when: (appeal) => isOpen(appeal) && appeal.cityNumber === null,
  },
  // What the platform holds back is judged by who leads the case; keeping it hidden needs no act.
  'appeal.pass': { who: lead, when: isHeld },
}

/** A colleague has given it to the actor, who has not said yet that they have it. */
export const isHandedTo = (actor: Actor, { handedBy, handlerId }: Appeal) =>
  handedBy !== null && handlerId === actor.user.id

/** What may be done about the objection to a whistle; the acts have the names of those about the case itself. */
export function whistleActions(actor: Actor, appeal: Appeal, { whistles }: Surroundings): AppealAction[] {
  const objects = whistles.some(
    ({ status, department, objectedAt }) =>
      status === 'blown' && objectedAt === null && serves(actor, department),
  )
  const decides = fulfils(actor, 'decide', appeal) && whistles.some(({ status }) => status === 'objected')
  return [
    ...(objects ? (['appeal.object'] as const) : []),
    ...(decides ? (['appeal.decideObjection'] as const) : []),
  ]
}

/** A neighbour who joined may rate from the asking until the ratings of the round are fixed. */
export function joinerActions(actor: Actor, appeal: Appeal, around: Surroundings): AppealAction[] {
  const { joined, rated, callback } = around
  const asked = callback !== undefined && callback.frozenAt === null
  return joined && asked && !rated && !own(actor, appeal) ? ['appeal.rate'] : []
}

/** Whether the actor may do it at all, and whether this is the moment. */
export function judgeAside(
  actor: Actor,
  action: Aside,
  appeal: Appeal,
  around: Surroundings,
): { may: boolean; now: boolean } {
  const { who, when } = ASIDES[action]
  return { may: who(actor, appeal, around), now: when(appeal, around, actor) }
}

export function allowedAsides(actor: Actor, appeal: Appeal, around: Surroundings): AppealAction[] {
  return (Object.keys(ASIDES) as Aside[]).filter((action) => {
    const { may, now } = judgeAside(actor, action, appeal, around)
    return may && now
  })
}
