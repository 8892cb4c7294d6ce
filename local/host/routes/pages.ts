import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Hono, type Context } from 'hono'
import type { PageBundle } from '../page-bundle'
import type { PhoneBuild } from '../phone-build'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const FOR_EVER = 'public, max-age=31536000, immutable'
/** A content hash in a file name: app.1a2b3c4d.js, chunk-1a2b3c4d.css. */
const HASHED = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/

/** Nothing from outside: the page works without a network. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'"

/** The district page at `/` and the phone's H5 app below `/h5/`. */
export function pageRoutes(page: () => Promise<PageBundle>, phone: PhoneBuild): Hono {
  const routes = new Hono()
  // The page itself knows which of its two addresses it was opened by.
  routes.on('GET', ['/', '/replay'], async (c) => {
    c.header('cache-control', 'no-cache')
    c.header('content-security-policy', POLICY)
    return c.html((await page()).html)
  })
  routes.get('/main.js', async (c) => send(c, (await page()).script, '.js', FOR_EVER))
  routes.get('/main.css', async (c) => send(c, (await page()).style, '.css', FOR_EVER))
  routes.get('/favicon.ico', (c) => c.body(null, 204))
  routes.get('/h5', (c) => c.redirect(`/h5/${new URL(c.req.url).search}`))
  routes.get('/h5/*', async (c) => {
    const name = decodeURIComponent(new URL(c.req.url).pathname.slice('/h5/'.length))
    const file = path.join(phone.directory, path.normalize(`/${name}`))
    const isPage = path.extname(name) === '' || name === 'index.html'
    if (isPage && phone.state() !== 'ready') {
      c.header('cache-control', 'no-store')
      return c.html(waitingPage(phone.state()), 503)
    }
    return sendFile(c, isPage ? path.join(phone.directory, 'index.html') : file)
  })
  return routes
}

function send(c: Context, body: string | Uint8Array<ArrayBuffer>, extension: string, cache: string) {
  return c.body(body, 200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': cache,
  })
}

async function sendFile(c: Context, file: string) {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined || !found.isFile()) {
    return c.text('没有这个文件', 404)
  }
  if (HASHED.test(file)) {
    return send(c, new Uint8Array(await readFile(file)), path.extname(file), FOR_EVER)
  }
  const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
  c.header('etag', tag)
  if (c.req.header('if-none-match') === tag) {
    return c.body(null, 304)
  }
  return send(c, new Uint8Array(await readFile(file)), path.extname(file), 'no-cache')
}

/** Shown inside the phone frame instead of a blank page; looks again by itself. */
function waitingPage(state: string): string {
  const [title, words] =
    state === 'building'
      ? ['手机界面正在构建…', '第一次大约需要一分钟,好了会自己出现']
      : state === 'failed'
        ? ['手机界面没有构建成功', '原因记在数据目录的 build.log 里,改好后重新启动']
        : ['手机界面还没有构建', '请去掉 --no-build 再启动一次,或者先运行 npm run build:h5']
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;
background:#FAF6F3;color:#2A2420;font:17px/1.6 'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif;
text-align:center;padding:24px;box-sizing:border-box}i{width:56px;height:56px;border-radius:50%;border:5px solid #F6E3DB;
border-top-color:#B63E22;margin-bottom:22px}.building{animation:turn 1.1s linear infinite}
@keyframes turn{to{transform:rotate(360deg)}}b{font-size:20px}p{color:#6A615B;margin:6px 0 0}</style>
<i class="${state}"></i><b>${title}</b><p>${words}</p></html>`
}
