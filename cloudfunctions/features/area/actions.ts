import type { AreaApi } from '~/types/area'
import { defineActions } from '../../core/action'
import { listAreas } from './commands/list'
import { findAreas } from './commands/search'
import * as schema from './schema'

export const areaActions = defineActions<keyof AreaApi>({
  'area.search': { input: schema.search, rule: 'person', write: false, audit: null, handler: findAreas },
  'area.list': { input: schema.list, rule: 'person', write: false, audit: null, handler: listAreas },
})
