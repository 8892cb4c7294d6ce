import { hasPostgres, makeCluster } from '~/bench/postgres'
import { checkBallots } from './ballots'
import { checkGone } from './gone'
import { checkKills } from './kill'
import { checkParallel } from './parallel'
import { Report } from './report'
import { checkRestore } from './restore'
import { checkTwice } from './twice'

const PARTS = {
  parallel: (report: Report) => checkParallel(report),
  'parallel-postgres': async (report: Report) => {
    const cluster = await makeCluster()
    try {
      await checkParallel(report, cluster.url)
    } finally {
      cluster.remove()
    }
  },
  twice: checkTwice,
  gone: checkGone,
  restore: checkRestore,
  ballots: checkBallots,
  kill: checkKills,
}
type Part = keyof typeof PARTS
const NEEDS_SERVER: Part[] = ['parallel-postgres', 'gone', 'restore']

/** `npm run test:faults [part…]`; KILLS and BALLOT_KILLS set how often the host is killed. */
async function main(asked: string[]): Promise<number> {
  const report = new Report()
  const names = Object.keys(PARTS) as Part[]
  const unknown = asked.filter((name) => !(names as string[]).includes(name))
  if (unknown.length > 0) {
    console.error(`no such part: ${unknown.join(', ')}; there are ${names.join(', ')}`)
    return 1
  }
  for (const name of names.filter((part) => asked.length === 0 || asked.includes(part))) {
    if (NEEDS_SERVER.includes(name) && !hasPostgres) {
      report.note(`${name} left out: there is no PostgreSQL server on this machine`)
    } else {
      await report.part(name, () => PARTS[name](report))
    }
  }
  return report.end()
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
