import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

export interface PageBundle {
  html: string
  script: string
  style: string
}

/** The district page, made at start and kept in memory: about half a second. */
export async function bundlePage(root: string): Promise<PageBundle> {
  const folder = path.join(root, 'local/page')
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'main.tsx')],
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  const textOf = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? ''
  const script = textOf('.js')
  const style = textOf('.css')
  const template = await readFile(path.join(folder, 'index.html'), 'utf8')
  const html = template
    .replace('main.js', `main.js?v=${mark(script)}`)
    .replace('main.css', `main.css?v=${mark(style)}`)
  return { html, script, style }
}

const mark = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
