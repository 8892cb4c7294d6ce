import { Hono } from 'hono'
import { createReplay } from '../../replay/replay'
import type { District } from '../district'

/** The story from noon to five, step by step. */
export function replayRoutes(district: District): Hono {
  const replay = createReplay(district)
  const routes = new Hono()
  routes.get('/', async (c) => c.json(await replay.view()))
  routes.post('/next', async (c) => c.json(await replay.next()))
  routes.get('/grids', async (c) => {
    const grids = await district.db
      .selectFrom('area')
      .select(['latitude', 'longitude'])
      .where('level', '=', 'grid')
      .execute()
    return c.json(grids)
  })
  return routes
}
