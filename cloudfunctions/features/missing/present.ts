import { OF_AGE, type MissingView } from '~/types/missing'
import { maskName } from '../../core/masking'
import { allowedActions } from './can'
import type { MissingParts } from './parts'
import { isPoliceFirst } from './policy'
import { presentRow } from './present-row'
import { presentSteps } from './present-steps'
import { isOpen } from './workflow'

const iso = (date: Date | null) => date?.toISOString() ?? null

/** The name is for calling out, not for telling: neighbours get the surname, of a minor nothing. */
function nameFor({ missing, relation }: MissingParts): string {
  if (!isOpen(missing)) {
    return ''
  }
  const isMinor = missing.age !== null && missing.age < OF_AGE
  return relation === 'public' ? (isMinor ? '' : maskName(missing.name)) : missing.name
}

export function presentMissing(parts: MissingParts): MissingView {
  const { missing, relation, actor, now, areas, counts, map, sightings, searching, dutyPhone } = parts
  const open = isOpen(missing)
  const staff = relation === 'staff' && open
  return {
    ...presentRow(missing, areas, parts.picture),
    relation,
    name: nameFor(parts),
    needsHelp: open && missing.needsHelp,
    policeFirst: open && isPoliceFirst(missing),
    areaCode: missing.areaCode,
    weather: missing.weather,
    ring: missing.ring,
    counts,
    map: open ? map : null,
    sightings: open ? sightings : [],
    searching: open ? searching : [],
    steps: relation === 'public' ? [] : presentSteps(parts),
    dutyPhone,
    contactName: staff ? missing.contactName : '',
    kinship: staff ? missing.kinship : null,
    reportedAt: missing.reportedAt.toISOString(),
    expiresAt: open ? iso(missing.expiresAt) : null,
    endedAt: iso(missing.endedAt),
    now: now.toISOString(),
    can: allowedActions(actor, missing),
  }
}
