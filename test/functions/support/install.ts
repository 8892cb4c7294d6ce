import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.join(__dirname, '../../..')
const BUNDLES = path.join(ROOT, 'dist/cloudfunctions')

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest

/** Where npm put a package that one of its folders asks for; undefined for an optional one of another machine. */
function findPackage(name: string, from: string): string | undefined {
  const folder = path.join(from, 'node_modules', name)
  if (existsSync(folder)) {
    return folder
  }
  return from === ROOT ? undefined : findPackage(name, path.dirname(from))
}

/**
 * Puts the bundles into a folder of their own with what their manifests name and what that needs, as the platform
 * installs it; a bundle that reaches for anything else does not load. Returns the folder.
 */
export function installFunctions(names: string[]): string {
  const target = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-functions-'))
  const copied = new Set<string>()
  const install = (name: string, from: string, optional: boolean): void => {
    const folder = findPackage(name, from)
    if (folder === undefined) {
      if (!optional) {
        throw new Error(`${name} is not installed`)
      }
      return
    }
    if (copied.has(folder)) {
      return
    }
    copied.add(folder)
    // Its own node_modules comes with it, in its place.
    cpSync(folder, path.join(target, path.relative(ROOT, folder)), { recursive: true })
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder)
    Object.keys(dependencies).forEach((each) => install(each, folder, each in optionalDependencies))
    Object.keys(optionalDependencies).forEach((each) => install(each, folder, true))
  }
  for (const name of names) {
    const bundle = path.join(BUNDLES, name)
    if (!existsSync(path.join(bundle, 'index.js'))) {
      throw new Error(`${bundle} is missing: run \`npm run build:functions\` first`)
    }
    mkdirSync(path.join(target, name))
    cpSync(bundle, path.join(target, name), { recursive: true })
    Object.keys(readManifest(bundle).dependencies ?? {}).forEach((each) => install(each, ROOT, false))
  }
  return target
}
