import type { AppealView } from '~/types/appeal'
import type { AppealRowView } from '~/types/appeal-list'
import type { AreaView } from '~/types/area'
import type { FeedItemView } from '~/types/feed'
import type { AssignmentView, MeView } from '~/types/me'

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

const HOUR = 3_600_000

export function appeal(change: Partial<AppealView> = {}): AppealView {
  const at = new Date(Date.now() - HOUR).toISOString()
  return {
    id: '00000000-0000-4000-8000-000000000003',
    number: '20261123-0001',
    title: '村东头路灯坏了',
    text: '村东头路灯坏了三天',
    status: 'submitted',
    level: 'grid',
    category: 'facility',
    urgency: 'soon',
    areaCode: GRID.code,
    areaName: '柳11村 · 第3网格',
    place: '',
    submitterName: '测试居民',
    nameShown: false,
    private: false,
    content: 'passed',
    holderName: '网格员 李师傅',
    pictures: [],
    voices: [],
    steps: [{ id: 's1', action: 'appeal.submit', by: '您', words: '', pictures: [], voices: [], at }],
    rating: null,
    neighbourRatings: null,
    callback: null,
    thankCount: 0,
    thanked: false,
    submittedAt: at,
    termFrom: at,
    waitingFor: null,
    outcome: null,
    channel: null,
    captured: false,
    outside: false,
    behalf: null,
    cityNumber: null,
    whistles: [],
    objection: null,
    extension: null,
    joinCount: 0,
    joined: false,
    dueAt: new Date(Date.now() + 24 * HOUR).toISOString(),
    relation: 'own',
    can: ['appeal.supplement'],
    ...change,
  }
}

export function appealRow(change: Partial<AppealRowView> = {}): AppealRowView {
  return {
    id: '00000000-0000-4000-8000-000000000004',
    number: '20261123-0002',
    title: '独居老人家突然停电',
    status: 'submitted',
    level: 'grid',
    category: 'utility',
    urgency: 'danger',
    areaName: '柳11村 · 第3网格',
    submittedAt: new Date(Date.now() - HOUR).toISOString(),
    dueAt: new Date(Date.now() + HOUR).toISOString(),
    termFrom: new Date(Date.now() - HOUR).toISOString(),
    waitingFor: null,
    joinCount: 0,
    pictureCount: 0,
    can: [],
    ...change,
  }
}

export function assignment(): AssignmentView {
  const userId = '00000000-0000-4000-8000-000000000001'
  const from = '2026-01-01T00:00:00.000Z'
  return { id: 'a1', userId, userName: '测试网格员', role: 'grid_worker', area: GRID, from, can: [] }
}
