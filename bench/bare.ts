import { PGlite } from '@electric-sql/pglite'

/** Baseline of start and memory: the embedded database alone, in a Node of its own. `tsx bench/bare.ts FOLDER` */
async function main(folder: string): Promise<void> {
  const pglite = new PGlite(folder)
  await pglite.query('SELECT count(*) FROM pg_class')
  console.log('http://localhost:0')
  process.on('SIGTERM', () => void pglite.close().finally(() => process.exit(0)))
  setInterval(() => undefined, 60_000)
}

void main(process.argv[2] ?? '')
