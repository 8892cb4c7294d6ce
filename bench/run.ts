import os from 'node:os'
import { benchActivity } from './activity'
import { benchAnnouncement } from './announcement'
import { benchAppeals } from './appeals'
import { benchBallots } from './ballots'
import { benchFunctions } from './functions'
import { benchMemory } from './memory'
import { benchMissing } from './missing'
import { benchPackage } from './package'
import { hasPostgres } from './postgres'
import { benchRanking } from './ranking'
import { benchStart } from './start'
import { benchSubmit } from './submit'
import { benchTally } from './tally'

const BENCHES = {
  package: benchPackage,
  start: benchStart,
  functions: benchFunctions,
  memory: benchMemory,
  submit: benchSubmit,
  appeals: benchAppeals,
  ranking: benchRanking,
  ballots: benchBallots,
  tally: benchTally,
  missing: benchMissing,
  announcement: benchAnnouncement,
  activity: benchActivity,
}
type Bench = keyof typeof BENCHES

/** `npm run bench [name…]`: prints figures and their ratio to a baseline measured in the same run. */
async function main(asked: string[]): Promise<number> {
  const names = Object.keys(BENCHES) as Bench[]
  const unknown = asked.filter((name) => !(names as string[]).includes(name))
  if (unknown.length > 0) {
    console.error(`no such bench: ${unknown.join(', ')}; there are ${names.join(', ')}`)
    return 1
  }
  console.log(`${os.cpus().length} × ${os.cpus()[0]?.model ?? '?'}, Node ${process.version}`)
  console.log(
    `load at the start ${os.loadavg()[0]?.toFixed(1)}: other work on the machine lowers the figures`,
  )
  let failed = 0
  for (const name of names.filter((bench) => asked.length === 0 || asked.includes(bench))) {
    if (['submit', 'functions', 'missing', 'activity', 'announcement'].includes(name) && !hasPostgres) {
      console.log(`\n${name} left out: there is no PostgreSQL server on this machine`)
      continue
    }
    try {
      await BENCHES[name]()
    } catch (error) {
      failed += 1
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  return failed === 0 ? 0 : 1
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
