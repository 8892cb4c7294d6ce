import type {
  SettingName,
  SettingProposalView,
  SettingRefusalView,
  SettingValue,
  SettingView,
} from '~/types/setting'
import { scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { RefusedRow, WaitingRow } from './repo'

/** Who has left since has no name any more. */
const nameOr = (name: string) => (name === '' ? '一位同事' : name)

function presentProposal(row: WaitingRow, actor: Actor): SettingProposalView {
  return {
    id: row.id,
    value: row.value as SettingValue,
    reason: row.reason,
    proposedByName: nameOr(row.proposedByName),
    proposedAt: row.proposedAt.toISOString(),
    mine: row.proposedBy === actor.user.id,
  }
}

function optionsOf(version: number, waiting: WaitingRow | undefined, actor: Actor): SettingView['can'] {
  if (waiting === undefined) {
    return scopesOf(actor, 'setting.propose').length > 0 ? ['setting.propose'] : []
  }
  const decides = scopesOf(actor, 'setting.approve').length > 0
  if (!decides || waiting.proposedBy === actor.user.id) {
    return decides ? ['setting.refuse'] : []
  }
  // One that was made for an older version can only be put aside.
  return waiting.baseVersion === version ? ['setting.approve', 'setting.refuse'] : ['setting.refuse']
}

function presentRefusal({ decidedByName, decidedAt, words }: RefusedRow): SettingRefusalView {
  return { decidedByName: nameOr(decidedByName), decidedAt: decidedAt?.toISOString() ?? '', words }
}

export interface SettingParts {
  row: Row<'setting'>
  waiting: WaitingRow | undefined
  /** What the caller proposed for this version and another refused. */
  refused: RefusedRow | undefined
}

export function presentSetting({ row, waiting, refused }: SettingParts, actor: Actor): SettingView {
  return {
    name: row.name as SettingName,
    version: row.version,
    value: row.value as SettingValue,
    validFrom: row.validFrom.toISOString(),
    ...(waiting !== undefined && { pending: presentProposal(waiting, actor) }),
    ...(waiting === undefined && refused !== undefined && { refused: presentRefusal(refused) }),
    can: optionsOf(row.version, waiting, actor),
  }
}
