import type { GridView, PersonView } from '../host/views'

/** Who the phone belongs to. */
export interface Identity {
  openid: string
  label: string
  name: string
  /** A person who has never been in a group and whom nobody knows. */
  isNew: boolean
}

/** One card of the panel: a kind of person with those who can be played. */
export interface IdentityGroup {
  key: string
  label: string
  people: Identity[]
}

/** 第3网格 of 西柏店村 → 西柏店村3网格, as people say it. */
export function shortGridName(grid: Pick<GridView, 'name' | 'villageName'>): string {
  return `${grid.villageName}${grid.name.replace(/^第/, '')}`
}

const villageHead = (name: string) => (name.endsWith('社区') ? '社区书记' : '村书记')
const townDesk = (name: string) =>
  name.endsWith('街道') ? '街道值班员' : name.endsWith('乡') ? '乡值班员' : '镇值班员'

/** The cards of a grid, from the neighbours upwards. */
export function identityGroups(grid: GridView): IdentityGroup[] {
  const of = (people: PersonView[], label: (person: PersonView) => string) =>
    people.map((person) => ({ openid: person.openid, label: label(person), name: person.name, isNew: false }))
  const staff = (role: PersonView['role']) => grid.staff.filter((person) => person.role === role)
  const place = shortGridName(grid)
  const groups: [string, string, Identity[]][] = [
    ['resident', `居民 · ${place}`, of(grid.residents, () => `居民 · ${place}`)],
    ['grid_worker', `网格员 · ${place}`, of(staff('grid_worker'), () => `网格员 · ${place}`)],
    [
      'village_secretary',
      `${villageHead(grid.villageName)} · ${grid.villageName}`,
      of(staff('village_secretary'), () => `${villageHead(grid.villageName)} · ${grid.villageName}`),
    ],
    [
      'town_officer',
      `${townDesk(grid.townName)} · ${grid.townName}`,
      of(staff('town_officer'), () => `${townDesk(grid.townName)} · ${grid.townName}`),
    ],
    [
      'department_officer',
      '部门值班员',
      of(staff('department_officer'), (person) => `${person.departmentName ?? '部门'} · 值班员`),
    ],
    ['district_officer', '区级值班员', of(staff('district_officer'), () => '区级值班员')],
  ]
  return groups.map(([key, label, people]) => ({ key, label, people }))
}

/** Somebody nobody has seen before. */
export function newcomer(): Identity {
  const openid = `local-new-${Math.random().toString(36).slice(2, 12)}`
  return { openid, label: '没进过群的新居民', name: '', isNew: true }
}
