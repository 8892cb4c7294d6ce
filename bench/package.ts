import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { heading, line } from './figures'

const dist = path.join(__dirname, '../dist')
/** Budgets in KB: what an old phone on a village network should have to load. */
const MAIN_KB = 700
const SUB_KB = 300
/** Settings of the developer tools, not uploaded with the program. */
const NOT_SHIPPED = /(^|\/)project\.(private\.)?config\.json$|\.map$/

interface Size {
  kb: number
  gzipKb: number
}

function sizeOf(folder: string, keep: (name: string) => boolean = () => true): Size {
  const names = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .filter((name) => !NOT_SHIPPED.test(name) && keep(name))
  const bytes = names.map((name) => readFileSync(path.join(folder, name)))
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0) / 1024
  return {
    kb: sum(bytes.map((file) => file.length)),
    gzipKb: sum(bytes.map((file) => gzipSync(file).length)),
  }
}

function tell(name: string, { kb, gzipKb }: Size, budget?: number): boolean {
  const over = budget !== undefined && kb > budget
  const ratio =
    budget === undefined ? '' : `× ${(kb / budget).toFixed(2)} of ${budget} KB${over ? '  OVER' : ''}`
  line(name, `${kb.toFixed(0)} KB (gzip ${gzipKb.toFixed(0)})`, ratio)
  return !over
}

/** Sizes of what is built; throws when the mini program is over a budget. */
export function benchPackage(): Promise<void> {
  heading('packages (baseline: the budgets)')
  const weapp = path.join(dist, 'weapp')
  let fits = true
  if (existsSync(path.join(weapp, 'app.json'))) {
    const { subPackages = [], subpackages = [] } = JSON.parse(
      readFileSync(path.join(weapp, 'app.json'), 'utf8'),
    ) as Record<'subPackages' | 'subpackages', { root: string }[] | undefined>
    const roots = [...subPackages, ...subpackages].map(({ root }) => root.replace(/\/$/, ''))
    const isSub = (name: string) => roots.some((root) => name.startsWith(`${root}/`))
    fits =
      tell(
        'weapp main package',
        sizeOf(weapp, (name) => !isSub(name)),
        MAIN_KB,
      ) && fits
    for (const root of roots) {
      fits = tell(`weapp ${root}`, sizeOf(path.join(weapp, root)), SUB_KB) && fits
    }
  } else {
    line('weapp', 'not built')
  }
  for (const name of ['h5', 'cloudfunctions/api', 'cloudfunctions/jobs', 'cloudfunctions/push']) {
    const folder = path.join(dist, name)
    if (existsSync(folder)) {
      tell(name, sizeOf(folder))
    } else {
      line(name, 'not built')
    }
  }
  return fits ? Promise.resolve() : Promise.reject(new Error('a package is over its budget'))
}
