import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const DIST = path.join(__dirname, '../../dist/weapp')
const KB = 1024
const MAIN_MOST = 700 * KB
const PACKAGE_MOST = 300 * KB

/** Bytes of everything under a folder. */
function bytesOf(place: string): number {
  const found = statSync(place)
  return found.isDirectory()
    ? readdirSync(place).reduce((sum, name) => sum + bytesOf(path.join(place, name)), 0)
    : found.size
}

describe('the size of the built mini program', () => {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const roots = app.subPackages.map(({ root }) => root)

  it('has the features in packages of their own', () => {
    expect(roots).toContain('features/appeal/'.replace(/\/$/, ''))
  })

  it('of the main package stays under 700 KB', () => {
    const inPackages = roots.reduce((sum, root) => sum + bytesOf(path.join(DIST, root)), 0)
    expect(bytesOf(DIST) - inPackages).toBeLessThan(MAIN_MOST)
  })

  it.each(roots)('of %s stays under 300 KB', (root) => {
    expect(bytesOf(path.join(DIST, root))).toBeLessThan(PACKAGE_MOST)
  })
})
