import type { AreaView } from '~/types/area'
import type { FeedItemView } from '~/types/feed'
import type { MeView } from '~/types/me'

export const GRID: AreaView = {
  code: '990001001001003',
  level: 'grid',
  name: '第3网格',
  fullName: '东1镇 · 柳11村 · 第3网格',
  latitude: 40.1,
  longitude: 117.1,
}

export function me(change: Partial<MeView> = {}): MeView {
  return {
    now: new Date().toISOString(),
    userId: '00000000-0000-4000-8000-000000000001',
    name: '测试居民',
    partyMember: false,
    consented: true,
    membership: { area: GRID, assurance: 'group', since: '2026-11-01T00:00:00.000Z' },
    group: { area: GRID, can: [] },
    grid: GRID,
    gridWorkers: [{ name: '李师傅', phone: '01000000000' }],
    assignments: [],
    can: [],
    ...change,
  }
}

export function feedItem(change: Partial<FeedItemView> = {}): FeedItemView {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    areaCode: GRID.code,
    title: '路灯不亮',
    body: '',
    label: '办理中',
    tone: 'progress',
    path: 'features/appeal/detail/index?id=00000000-0000-4000-8000-000000000003',
    at: new Date().toISOString(),
    ...change,
  }
}
