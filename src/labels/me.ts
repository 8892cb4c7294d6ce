import type { AreaLevel } from '~/types/area'
import type { Assurance, LinkWay } from '~/types/me'
import type { Role } from '~/types/roles'
import type { TagTone } from '@/ui/Tag'

export const ROLE_LABELS: Record<Role, string> = {
  grid_worker: '网格员',
  village_secretary: '村书记',
  town_officer: '镇值班员',
  department_officer: '部门值班员',
  family_doctor: '家庭医生',
  mediator: '调解员',
  district_officer: '区级值班员',
  system_administrator: '系统管理员',
}
export const LINK_WAY_LABELS: Record<LinkWay, string> = { met: '当面核实', called: '打电话核实' }
export const ASSURANCE_LABELS: Record<Assurance, string> = {
  self: '自己选的',
  group: '从群里进来',
  worker: '网格员已确认',
}
export const ASSURANCE_TONES: Record<Assurance, TagTone> = { self: 'gold', group: 'blue', worker: 'green' }
export const LEVEL_NAMES: Record<AreaLevel, string> = {
  district: '区',
  town: '镇街',
  village: '村社区',
  grid: '网格',
}
