import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { AppliedMigration } from './catalogue'
import { DataRefusal } from './refusal'

/** Changes when older programs could not read what a newer one writes. */
const FORMAT = 'micro-grid-data/1'
const FILE = 'manifest.json'

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Tells whether a key is the one that the phone numbers are sealed with, and nothing about the key. */
  dataKey: z.string(),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string()),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().nullable() })),
  /** Over all of the above: hashes of the tables prove nothing when they can be changed as well. */
  seal: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>

export const manifestFile = (folder: string) => path.join(folder, FILE)
export const tableFile = (folder: string, table: string) => path.join(folder, `${table}.jsonl`)

const keyMark = (secrets: Secrets) => secrets.keyedHash('data-key', 'micro-grid')
const sealOf = (secrets: Secrets, contents: Omit<Manifest, 'seal'>) =>
  secrets.keyedHash('data-manifest', JSON.stringify(contents))

/** The manifest as text, complete with the marks of the key. */
export function writeManifest(
  secrets: Secrets,
  { migrations, tables, sequences }: Pick<Manifest, 'migrations' | 'tables' | 'sequences'>,
): string {
  const contents = { format: FORMAT, migrations, dataKey: keyMark(secrets), tables, sequences } as const
  return `${JSON.stringify({ ...contents, seal: sealOf(secrets, contents) }, null, 2)}\n`
}

/** Reads the manifest and holds it against the key and the migrations of this program. */
export async function readManifest(
  folder: string,
  secrets: Secrets,
  migrations: AppliedMigration[],
): Promise<Manifest> {
  const manifest = parse(await readText(folder))
  const { seal, ...contents } = manifest
  if (manifest.dataKey !== keyMark(secrets)) {
    throw new DataRefusal(
      'DATA_KEY 和导出时的不一样,电话号码会打不开。请用原来的 DATA_KEY(或者把原来数据目录里的 data.key 拷过来)再导入。',
    )
  }
  if (seal !== sealOf(secrets, contents)) {
    throw new DataRefusal(`${FILE} 被改动过或者坏了,请换一份完好的导出。`)
  }
  if (JSON.stringify(manifest.migrations) !== JSON.stringify(migrations)) {
    const [theirs, ours] = [manifest.migrations, migrations].map((list) => list.at(-1)?.name ?? '空')
    throw new DataRefusal(
      `导出时的表结构是 ${theirs},这个程序的是 ${ours},两边不一样。请用导出时那个版本的程序导入,再升级。`,
    )
  }
  return manifest
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(manifestFile(folder), 'utf8')
  } catch {
    throw new DataRefusal(`${folder} 里没有 ${FILE}:不是导出的目录,或者当时没有导出完。`)
  }
}

function parse(text: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new DataRefusal(`${FILE} 坏了,读不出来,请换一份完好的导出。`)
  }
  const format = z.object({ format: z.string() }).safeParse(value).data?.format
  if (format !== undefined && format !== FORMAT) {
    throw new DataRefusal(`这份导出的格式是 ${format},这个程序只认 ${FORMAT}。`)
  }
  const { data } = manifestSchema.safeParse(value)
  if (data === undefined) {
    throw new DataRefusal(`${FILE} 坏了,内容不全,请换一份完好的导出。`)
  }
  return data
}
