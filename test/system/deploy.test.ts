import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { FUNCTIONS, TRIGGERS } from '~/config/functions'

const ROOT = path.join(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

interface Deployed {
  name: string
  handler: string
  timeout: number
  envVariables: Record<string, string>
  triggers?: { name: string; type: string; config: string }[]
}
const { functions, functionRoot } = JSON.parse(read('cloudbaserc.json')) as {
  functions: Deployed[]
  functionRoot: string
}

/** What a function reads from its environment; the platform itself gives TCB_ENV. */
const variablesOf = (name: string) => {
  const source = read(`cloudfunctions/${name === 'health' ? 'health' : 'api'}/environment.ts`)
  const asked = source.matchAll(/(?:required|optional)\('([A-Z_]+)'\)/g)
  const names = [...asked].map(([, variable = '']) => variable)
  return [...new Set(names)].filter((variable) => variable !== 'TCB_ENV').sort()
}

describe('what is deployed', () => {
  it('is every function that is built, from where it is built', () => {
    expect(functions.map(({ name }) => name)).toEqual([...FUNCTIONS])
    expect(path.join(ROOT, functionRoot)).toBe(path.join(ROOT, 'dist/cloudfunctions'))
    for (const { name, handler } of functions) {
      expect(handler).toBe('index.main')
      expect(read(`cloudfunctions/${name}/index.ts`)).toContain('export const main =')
    }
  })

  it.each(functions)('gives $name exactly what it reads from its environment', ({ name, envVariables }) => {
    expect(variablesOf(name).length).toBeGreaterThan(1)
    expect(Object.keys(envVariables).sort()).toEqual(variablesOf(name))
    for (const [name, value] of Object.entries(envVariables)) {
      expect(value).toBe(`{{env.${name}}}`)
    }
  })

  it('gives the function that anybody on the internet reaches no key and no secret of WeChat', () => {
    const health = functions.find(({ name }) => name === 'health')
    expect(Object.keys(health?.envVariables ?? {})).toEqual(['DATABASE_URL', 'METRICS_TOKEN'])
    expect(variablesOf('api').length).toBeGreaterThan(4)
  })

  it('runs the timer as the bundle says', () => {
    expect(functions.flatMap(({ name, triggers = [] }) => (name === 'jobs' ? triggers : []))).toEqual(
      TRIGGERS.jobs,
    )
    expect(functions.filter(({ triggers = [] }) => triggers.length > 0).map(({ name }) => name)).toEqual([
      'jobs',
    ])
  })

  it('asks for every value by an example that holds none, and keeps the filled one out of the repository', () => {
    const lines = read('env.example')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
    const wanted = new Set(
      [...read('cloudbaserc.json').matchAll(/\{\{env\.([A-Z_]+)\}\}/g)].map(([, name]) => name),
    )
    expect(lines.map((line) => line.split('=')[0]).sort()).toEqual([...wanted].sort())
    expect(lines.every((line) => line.endsWith('='))).toBe(true)
    expect(read('.gitignore').split('\n')).toContain('.env.local')
  })

  it('is described where people look for it', () => {
    for (const file of ['docs/deploy.md', 'docs/operate.md', 'docs/data.md']) {
      expect(existsSync(path.join(ROOT, file))).toBe(true)
      for (const page of ['README.md', 'README.zh-CN.md']) {
        expect([page, read(page).includes(file)]).toEqual([page, true])
      }
    }
    for (const name of [
      ...functions.flatMap((each) => variablesOf(each.name)),
      'TCB_ENV_ID',
      'VPC_ID',
      'SUBNET_ID',
    ]) {
      expect([name, read('docs/deploy.md').includes(`\`${name}\``)]).toEqual([name, true])
    }
  })
})
