import path from 'node:path'
import { Hono, type Context } from 'hono'
import type { District } from '../district'
import { PICTURE_BYTES_MAX } from '~/types/picture'
import { refuse } from '../answers'
import { tooLarge } from '../../standins/storage'

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.webm': 'audio/webm',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
/** Seconds; a key's bytes never change, and its address changes every half hour anyway. */
const CACHE_SECONDS = 86_400

const signatureOf = (c: Context) => ({ expiry: c.req.query('e'), mark: c.req.query('s') })

/** The cloud storage of one machine: uploads by signed address, files by signed address. */
export function fileRoutes(district: District): Hono {
  const { storage } = district
  const routes = new Hono()
  routes.put('/local/uploads/*', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > PICTURE_BYTES_MAX) {
      return refuse(c, tooLarge(), district.log, 413)
    }
    await storage.receive(nameIn(c, '/local/uploads/'), signatureOf(c), c.req.raw.body)
    return c.json({ ok: true })
  })
  routes.get('/files/*', async (c) => {
    const key = nameIn(c, '/files/')
    const bytes = await storage.read(key, signatureOf(c))
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': TYPES[path.extname(key)] ?? 'application/octet-stream',
      'cache-control': `private, max-age=${CACHE_SECONDS}, immutable`,
      'x-content-type-options': 'nosniff',
    })
  })
  return routes
}

/** What follows `prefix` in the address, as it was sent: encoded dots and slashes are never decoded. */
function nameIn(c: Context, prefix: string): string {
  const { pathname } = new URL(c.req.url)
  return pathname.slice(prefix.length)
}
