import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.join(__dirname, '..')
const out = path.join(root, 'dist/cloudfunctions')

/** Installed by the cloud itself: the SDK is large and changes with the platform, sharp brings native code. */
const INSTALLED = ['@cloudbase/node-sdk', 'sharp']
/** Optional native bindings of pg that nobody installs. */
const ABSENT = ['pg-native']
/** The timer runs each minute; cron of seven fields, time zone UTC+8 (platform facts B2). */
export const TRIGGERS = { jobs: [{ name: 'minutely', type: 'timer', config: '0 */1 * * * * *' }] }
const PERMISSIONS = { openapi: [] as string[] }

export const FUNCTIONS = ['api', 'jobs', 'push', 'health'] as const

async function bundle(name: (typeof FUNCTIONS)[number]): Promise<number> {
  const folder = path.join(out, name)
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    entryPoints: [path.join(root, `cloudfunctions/${name}/index.ts`)],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    keepNames: true,
    external: [...INSTALLED, ...ABSENT],
    tsconfig: path.join(root, 'tsconfig.json'),
    legalComments: 'none',
    metafile: true,
  })
  const { dependencies } = (await import('../package.json')) as { dependencies: Record<string, string> }
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path: id }) => id))
  // What a bundle does not ask for is not installed with it: an instance starts sooner.
  const needed = Object.fromEntries(
    INSTALLED.filter((dependency) => asked.includes(dependency)).map((id) => [id, dependencies[id]]),
  )
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js', dependencies: needed }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const config = { permissions: PERMISSIONS, triggers: name === 'jobs' ? TRIGGERS.jobs : [] }
  writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`)
  return statSync(path.join(folder, 'index.js')).size
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  for (const name of FUNCTIONS) {
    console.log(`${name}: ${Math.round((await bundle(name)) / 1024)} KB`)
  }
  cpSync(path.join(root, 'cloudfunctions/migrations'), path.join(out, 'migrations'), { recursive: true })
}

if (require.main === module) {
  void main()
}
