import type { MapPoint, MissingCounts } from '~/types/missing'
import type { Tone } from '~/types/feed'
import type { Role } from '~/types/roles'

/** What the host tells its own page. Plain data: the page is bundled from it, too. */

export interface GroupMessageView {
  /** Grows by one with each message; the cursor of `since`. */
  id: number
  kind: 'text' | 'card'
  opengid: string
  /** Who wrote or shared it; empty when that is not known. */
  openid: string
  /** As the group sees it: a name, or 网格员. */
  from: string
  fromRole: 'resident' | 'grid_worker'
  /** Of a text. */
  text: string
  /** Of a card: what the mini program gave it. */
  title: string
  body: string
  label: string
  tone: Tone
  path: string
  deliveryId: string | null
  /** ISO 8601, UTC, in the district's time. */
  at: string
}

/** What has arrived in somebody's 服务通知. */
export interface ServiceMessageView {
  id: number
  title: string
  state: string
  note: string
  path: string
  /** ISO 8601, UTC, in the district's time. */
  at: string
}

export type PersonRole = Role | 'resident'

export interface PersonView {
  openid: string
  userId: string
  name: string
  role: PersonRole
  areaCode: string
  areaName: string
  /** Only for department officers. */
  departmentName?: string
  /** Group of the person's grid; absent above the grid and where no group is bound. */
  opengid?: string
}

export interface DistrictView {
  name: string
  grids: number
  /** The grid to start from. */
  gridCode: string | null
  now: string
  autoShare: boolean
  phone: PhoneState
}

/** missing: nothing built and building is switched off. */
export type PhoneState = 'ready' | 'building' | 'failed' | 'missing'

/** Everything that the page needs to know about one grid. */
export interface GridView {
  code: string
  name: string
  villageName: string
  townName: string
  groups: string[]
  members: number
  residents: PersonView[]
  staff: PersonView[]
}

export interface AreaHitView {
  code: string
  name: string
  fullName: string
}

/** A grid that was told of the search of the replay. */
export interface ReplayToldView extends MapPoint {
  areaCode: string
  /** Village and grid. */
  name: string
  /** Kilometres from where the person was last. */
  km: number
  /** When its card was made; ISO 8601, UTC. */
  at: string
  /** Of the card. */
  title: string
  label: string
}

/** How far the story from noon to five has been played. */
export interface ReplayView {
  now: string
  steps: { at: string; words: string; done: boolean }[]
  /** Id of the search; empty before it is reported. */
  id: string
  centre?: MapPoint
  /** Kilometres, the largest last. */
  circles: number[]
  sightings: MapPoint[]
  counts?: MissingCounts
  /** In the order in which they were told. */
  told: ReplayToldView[]
}
