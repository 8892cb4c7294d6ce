import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { createDb, openPostgres, type Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { outputSchemas } from '~/config/contract'
import { PACES } from '~/types/missing'
import { makeTestAreas } from './areas'
import { TEMPLATE_DATABASE } from './clone'

/** Departments of the test district. */
export const DEPARTMENTS = { power: '供电所', water: '水务站', police: '派出所', roads: '公路站' }
const root = path.join(__dirname, '..', '..')

async function fill(db: Db): Promise<void> {
  await migrate(db, await readMigrations(path.join(root, 'cloudfunctions/migrations')))
  const areas = makeTestAreas()
  await db.insertInto('area').values(areas).execute()
  const areaCode = areas[0]?.code ?? ''
  const departments = Object.entries(DEPARTMENTS).map(([code, name]) => ({ code, name, areaCode }))
  await db.insertInto('department').values(departments).execute()
  await settle(db)
}

/**
 * The grids of the test district lie a metre apart, and the tests of a file share them: a search tells its own grid
 * alone, unless a test wants it otherwise (support/searches.ts).
 */
async function settle(db: Db): Promise<void> {
  const none = Object.fromEntries(PACES.map((pace) => [pace, 0]))
  const rings = {
    first: 0,
    second: 0,
    half: 0,
    adjoin: 0,
    moved: 1,
    hurry: 0.5,
    nightFrom: 20,
    nightUntil: 6,
  }
  // What is told at night must not wait for the morning here (features/broadcast/quiet.test.ts).
  const small = {
    'delivery.quiet': { from: 0, until: 0 },
    'missing.caps': none,
    'missing.rings': rings,
  }
  const rows = Object.entries(small).map(([name, value]) => {
    return { name, version: 2, value: JSON.stringify(value), validFrom: new Date('2020-01-01T00:00:00Z') }
  })
  await db.insertInto('setting').values(rows).execute()
}

async function makeServerTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE_DATABASE} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`)
  await admin.end()
  const address = new URL(url)
  address.pathname = `/${TEMPLATE_DATABASE}`
  const db = openPostgres(address.href, 1)
  await fill(db)
  await db.destroy()
}

async function makeEmbeddedTemplate(): Promise<void> {
  const pglite = new PGlite({ extensions: { btree_gist } })
  await pglite.waitReady
  const db = createDb(new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 }))
  await fill(db)
  const dump = await pglite.dumpDataDir('none')
  const folder = path.join(root, 'test/.tmp')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'template.tar'), Buffer.from(await dump.arrayBuffer()))
  await db.destroy()
  await pglite.close()
}

const url = process.env.TEST_DATABASE_URL
outputSchemas()
void (url === undefined ? makeEmbeddedTemplate() : makeServerTemplate(url))
