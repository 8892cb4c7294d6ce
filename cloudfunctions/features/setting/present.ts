import type { SettingName, SettingProposalView, SettingValue, SettingView } from '~/types/setting'
import { scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { WaitingRow } from './repo'

function presentProposal(row: WaitingRow, actor: Actor): SettingProposalView {
  return {
    id: row.id,
    value: row.value as SettingValue,
    reason: row.reason,
    // Who has left since has no name any more.
    proposedByName: row.proposedByName === '' ? '一位同事' : row.proposedByName,
    proposedAt: row.proposedAt.toISOString(),
    mine: row.proposedBy === actor.user.id,
  }
}

function optionsOf(version: number, waiting: WaitingRow | undefined, actor: Actor): SettingView['can'] {
  if (waiting === undefined) {
    return scopesOf(actor, 'setting.propose').length > 0 ? ['setting.propose'] : []
  }
  if (waiting.proposedBy === actor.user.id || scopesOf(actor, 'setting.approve').length === 0) {
    return []
  }
  // One that was made for an older version can only be put aside.
  return waiting.baseVersion === version ? ['setting.approve', 'setting.refuse'] : ['setting.refuse']
}

export function presentSetting(
  row: Row<'setting'>,
  waiting: WaitingRow | undefined,
  actor: Actor,
): SettingView {
  return {
    name: row.name as SettingName,
    version: row.version,
    value: row.value as SettingValue,
    validFrom: row.validFrom.toISOString(),
    ...(waiting !== undefined && { pending: presentProposal(waiting, actor) }),
    can: optionsOf(row.version, waiting, actor),
  }
}
