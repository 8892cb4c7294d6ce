import type { PartyMemberView, PartyPostView } from '~/types/party'
import { can, type Actor } from '../../core/actor'
import { nextActions } from '../../core/workflow'
import { fulfils } from './policy'
import type { ListedPost, MemberRow } from './repo'
import { partyWorkflow } from './workflow'

/** As the member and the village see it: with the whole name. */
export function presentMember(
  row: MemberRow,
  actor: Actor,
  { areaName, posts }: { areaName: string; posts: string[] },
): PartyMemberView {
  const { id, name, organisation, status, registeredAt, reason } = row
  return {
    id,
    name: name === '' ? '没有留姓名' : name,
    organisation,
    areaName,
    status,
    posts,
    registeredAt: registeredAt.toISOString(),
    ...(reason !== '' && { reason }),
    can: nextActions(partyWorkflow, status, (rule) => fulfils(actor, rule, row)),
  }
}

export function presentPost(post: ListedPost, actor: Actor, held: string[], mayTake: boolean): PartyPostView {
  const { id, name, line, shown, holders, areaCode } = post
  const taken = held.includes(id)
  return {
    id,
    name,
    line,
    shown,
    holders: holders ?? 0,
    taken,
    can: [
      ...(mayTake && (shown || taken) ? (['party.takePost'] as const) : []),
      ...(can(actor, 'party.manage', areaCode) ? (['party.offerPost'] as const) : []),
    ],
  }
}
