import type { AreaView } from '~/types/area'
import type { MemberView } from '~/types/me'
import { can, type Actor } from '../../core/actor'
import type { Secrets } from '../../core/crypto'
import { maskPhone } from '../../core/masking'
import type { MemberRow } from './repo'

/** A member as the staff of the area sees them: the full name, the number masked. */
export function presentMember(row: MemberRow, area: AreaView, actor: Actor, secrets: Secrets): MemberView {
  const manages = can(actor, 'membership.manage', row.areaCode)
  return {
    userId: row.userId,
    name: row.name,
    ...(row.phoneEncrypted !== null && { phone: maskPhone(secrets.decrypt(row.phoneEncrypted)) }),
    partyMember: row.partyMember,
    area,
    assurance: row.assurance,
    since: row.since.toISOString(),
    can: !manages
      ? []
      : row.assurance === 'worker'
        ? ['membership.move']
        : ['membership.confirm', 'membership.move'],
  }
}
