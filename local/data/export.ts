import { rm } from 'node:fs/promises'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Db, Tx } from '~/cloudfunctions/core/db'
import { readApplied, readSequences, readTables, type Table } from './catalogue'
import { makeFolder, writeFileOnce } from './files'
import { manifestFile, tableFile, writeManifest, type Manifest } from './manifest'
import { DataRefusal } from './refusal'
import { carriedColumns, createDigest, readRows, settleTexts } from './rows'

export interface Totals {
  tables: number
  rows: number
}

/**
 * Writes everything in the database, as of one moment, into an empty folder: a file a table, a line a row, and at last
 * the manifest, without which the folder counts as unfinished. People may go on working meanwhile.
 */
export async function exportData(db: Db, secrets: Secrets, folder: string): Promise<Totals> {
  await makeFolder(folder)
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await settleTexts(tx)
        const migrations = await readApplied(tx)
        if (migrations.length === 0) {
          throw new DataRefusal('这个数据库还是空的,没有可以导出的东西。')
        }
        await checkKey(tx, secrets)
        const tables: Manifest['tables'] = []
        for (const table of await readTables(tx)) {
          tables.push(await exportTable(tx, table, folder))
        }
        // Read last: a number that was drawn meanwhile may be ahead of the rows, never behind them.
        const sequences = await readSequences(tx)
        const text = writeManifest(secrets, { migrations, tables, sequences })
        await writeFileOnce(manifestFile(folder), [text])
        return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
      })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function exportTable(tx: Tx, table: Table, folder: string): Promise<Manifest['tables'][number]> {
  const digest = createDigest()
  async function* pieces() {
    for await (const lines of readRows(tx, table)) {
      const text = lines.map((line) => `${line}\n`).join('')
      digest.add(text, lines.length)
      yield text
    }
  }
  await writeFileOnce(tableFile(folder, table.name), pieces())
  const columns = carriedColumns(table).map(({ name }) => name)
  return { name: table.name, columns, ...digest.end() }
}

/** An export under another key than the numbers are sealed with could never be read. */
async function checkKey(tx: Tx, secrets: Secrets): Promise<void> {
  const sealed = await tx
    .selectFrom('appUser')
    .select('phoneEncrypted')
    .where('phoneEncrypted', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  try {
    secrets.decrypt(sealed?.phoneEncrypted ?? secrets.encrypt(''))
  } catch {
    throw new DataRefusal('DATA_KEY 打不开这个数据库里的电话号码,不是它的钥匙。请换成正确的 DATA_KEY 再导出。')
  }
}
