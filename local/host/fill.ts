import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import { importAreas } from '../areas/import'
import { parseAreas } from '../areas/parse'
import { seed, type SeedReport } from '../seed'
import { seedEvaluation } from '../seed/evaluation'
import { createProgress } from '../seed/progress'
import { seedSurveys } from '../seed/surveys'
import type { District } from './district'
import type { Options } from './options'
import type { Say } from './say'

/** Areas of the district that is shown when the database is empty. */
const AREAS_FILE = 'data/pinggu-areas.csv'

/** Puts in the areas and the people of the demonstration where they are missing. */
export async function fillDistrict(
  { db, clock }: District,
  secrets: Secrets,
  options: Pick<Options, 'scale' | 'seed'>,
  root: string,
  say: Say,
): Promise<void> {
  const area = await db.selectFrom('area').select('code').limit(1).executeTakeFirst()
  if (area === undefined) {
    await say.step(
      (count: number) => `已导入 ${count} 个区、镇街、村社区和网格`,
      async () => {
        const { areas, errors } = parseAreas(await readFile(path.join(root, AREAS_FILE), 'utf8'))
        if (errors.length > 0) {
          throw new Error(`${AREAS_FILE} 第 ${errors[0]?.line} 行:${errors[0]?.reason}`)
        }
        return (await importAreas(db, areas)).added
      },
    )
  }
  const onProgress = options.scale === 'full' ? createProgress(process.stderr, '    居民') : undefined
  await say.step(
    ({ skipped, residents, staff }: SeedReport) =>
      `${residents.toLocaleString('zh-CN')} 位居民、${staff.toLocaleString('zh-CN')} 位工作人员${skipped ? '都在' : '已就位'}`,
    () => seed(db, secrets, { scale: options.scale, seed: options.seed, now: clock.now(), onProgress }),
  )
  await say.step(
    (made: boolean) => (made ? '一次测评正在进行,上一次的结果已经公布' : '测评都在'),
    () => seedSurveys(db, secrets, { scale: options.scale, seed: options.seed, now: clock.now() }),
  )
  await say.step(
    (made: boolean) => (made ? '上一期村党组织评价已经公布' : '评价都在'),
    () => seedEvaluation(db, { now: clock.now() }),
  )
}
