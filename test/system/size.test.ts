import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(__dirname, '../..')

/** Most lines of a file of each kind (DESIGN 11); the first that fits counts. */
const LIMITS: [kind: RegExp, lines: number][] = [
  [/^cloudfunctions\/features\/.*\/(policy|present)\.ts$|^src\/features\/.*\/view\.ts$/, 60],
  [/^cloudfunctions\/features\/.*\/commands\//, 80],
  [/^cloudfunctions\/features\/.*\/repo\.ts$/, 200],
  [/^src\/(pages|features)\/.*\/index\.tsx$/, 180],
  [/^src\/.*\.tsx$/, 120],
  [/^src\/.*\.scss$/, 120],
  [/./, 300],
]

/** Files that are longer, each with its reason and what it may grow to. */
const EXCEPTIONS: Record<string, [lines: number, reason: string]> = {
  'cloudfunctions/features/appeal/present.ts': [140, 'a line and a whole case with its clocks and rounds'],
  'cloudfunctions/features/me/present.ts': [75, 'the whole of what the program needs at its opening'],
  'src/features/appeal/view.ts': [118, 'timeline and buttons of the longest noun'],
  'test/features/appeal/invariants.test.ts': [329, 'the rules of a case, one line each'],
  'test/local/host.test.ts': [303, 'every route of the host'],
}

const usual = (file: string) => LIMITS.find(([kind]) => kind.test(file))?.[1] ?? 0

describe('size', () => {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|cjs|mjs|js|css|scss|html|sql)$/.test(file))
  const lengths = new Map(
    files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1]),
  )

  it('of each file stays within what its kind is allowed', () => {
    const long = [...lengths].flatMap(([file, lines]) => {
      const most = EXCEPTIONS[file]?.[0] ?? usual(file)
      return lines > most ? [`${file}: ${lines} of ${most}`] : []
    })
    expect(files.length).toBeGreaterThan(300)
    expect(long).toEqual([])
  })

  it('has no exception that is no longer needed, nor one with room to grow', () => {
    const loose = Object.entries(EXCEPTIONS).filter(([file, [most]]) => {
      const lines = lengths.get(file) ?? 0
      return lines <= usual(file) || most > lines + 9
    })
    expect(loose.map(([file]) => `${file}: ${lengths.get(file)}`)).toEqual([])
  })

  it('knows every kind of file that has a limit of its own', () => {
    const unused = LIMITS.filter(([kind]) => !files.some((file) => kind.test(file)))
    expect(unused.map(([kind]) => String(kind))).toEqual([])
  })
})
