import { AREA_CODE_LENGTH } from '~/types/area'
import type { Db } from '~/cloudfunctions/core/db'
import { showcaseGrid, type Ground } from './plan'

/** The areas that the demonstration stands on; undefined while there is no district or no grid. */
export async function readGround(db: Db): Promise<Ground | undefined> {
  const areas = await db.selectFrom('area').selectAll().orderBy('code').execute()
  const at = (level: string) => areas.filter((area) => area.level === level)
  const [district] = at('district')
  const grids = at('grid')
  return district === undefined || grids.length === 0
    ? undefined
    : { district, towns: at('town'), villages: at('village'), grids }
}

/** The town of the grid that the first look goes to. */
export async function showcaseTown(db: Db): Promise<string | undefined> {
  const ground = await readGround(db)
  return ground && showcaseGrid(ground)?.slice(0, AREA_CODE_LENGTH.town)
}
