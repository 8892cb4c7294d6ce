import type { z } from 'zod'
import type { DbOrTx } from './db'

/**
 * The value of a setting in force at `at`, checked against its schema. Throws when the setting is missing or does
 * not fit: a district without deadlines must not run on silent defaults.
 */
export async function readSetting<T>(db: DbOrTx, name: string, schema: z.ZodType<T>, at: Date): Promise<T> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .where('validFrom', '<=', at)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  return schema.parse(row.value)
}
