import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { timingSafeEqual } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import { AppError, invalid } from '~/cloudfunctions/core/errors'
import type { StoragePort } from '~/cloudfunctions/ports/ports'
import { PICTURE_BYTES_MAX } from '~/types/picture'

/** Seconds that an address for an upload and for a picture works, at least. */
const UPLOAD_SECONDS = 600
const FILE_SECONDS = 3600

const missing = () => new AppError('NOT_FOUND', { userMessage: '没有收到您传的文件,请再传一次' })
const outdated = () => new AppError('FORBIDDEN', { userMessage: '这个地址已经过期,请退出再进来' })
export const tooLarge = () =>
  invalid({ file: `太大了,最大${PICTURE_BYTES_MAX / 1024 / 1024}MB,请换一个小一点的再传` })

/** What the host needs beside the port to be the cloud storage of one machine. */
export interface StorageStandin extends StoragePort {
  /** Takes an upload to an address made by `uploadUrl`. */
  receive(cloudPath: string, signature: Signature, body: ReadableStream<Uint8Array> | null): Promise<void>
  /** Bytes of a file asked for by an address made by `url`. */
  read(key: string, signature: Signature): Promise<Buffer>
  /** The same by the whole address, as somebody outside would fetch it. */
  fetch(address: string): Promise<Buffer>
}

export interface Signature {
  expiry?: string | undefined
  mark?: string | undefined
}

/** Files below `directory`: raw uploads in uploads/, checked files in files/. Addresses expire in real time. */
export function createStorageStandin(
  directory: string,
  secrets: Pick<Secrets, 'keyedHash'>,
  realNow: () => number = Date.now,
): StorageStandin {
  const uploads = path.join(directory, 'uploads')
  const files = path.join(directory, 'files')
  const address = (purpose: 'upload' | 'file', prefix: string, name: string, expiry: number) => {
    const mark = secrets.keyedHash(`local-${purpose}`, `${expiry}/${name}`)
    return `${prefix}/${name}?e=${expiry}&s=${mark}`
  }
  const check = (purpose: 'upload' | 'file', name: string, { expiry = '', mark = '' }: Signature) => {
    const expected = Buffer.from(secrets.keyedHash(`local-${purpose}`, `${expiry}/${name}`))
    const given = Buffer.from(mark)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw missing()
    }
    if (Number(expiry) * 1000 < realNow()) {
      throw outdated()
    }
  }
  const read = async (key: string, signature: Signature) => {
    const target = within(files, key)
    check('file', key, signature)
    return readIfThere(target)
  }
  const url = (key: string) => {
    // The same address for half an hour, so that the browser's cache is of use.
    const step = FILE_SECONDS / 2
    const expiry = (Math.floor(realNow() / 1000 / step) + 1) * step + FILE_SECONDS
    return address('file', '/files', key, expiry)
  }
  return {
    uploadUrl(cloudPath) {
      within(uploads, cloudPath)
      const expiry = Math.floor(realNow() / 1000) + UPLOAD_SECONDS
      return Promise.resolve(address('upload', '/local/uploads', cloudPath, expiry))
    },
    async receive(cloudPath, signature, body) {
      const target = within(uploads, cloudPath)
      check('upload', cloudPath, signature)
      await mkdir(path.dirname(target), { recursive: true })
      const draft = `${target}.part`
      try {
        const source = body === null ? Readable.from([]) : Readable.fromWeb(body as never)
        await pipeline(source, atMost(PICTURE_BYTES_MAX), createWriteStream(draft))
        await rename(draft, target)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    readUpload: async (cloudPath) => readIfThere(within(uploads, cloudPath)),
    removeUpload: async (cloudPath) => rm(within(uploads, cloudPath), { force: true }),
    async write(name, bytes) {
      const target = within(files, name)
      await mkdir(path.dirname(target), { recursive: true })
      const draft = await open(`${target}.part`, 'w')
      try {
        await draft.writeFile(bytes)
        await draft.sync()
      } finally {
        await draft.close()
      }
      await rename(`${target}.part`, target)
      return name
    },
    read,
    async fetch(asked) {
      // Only the path counts; the host's own name is not known here.
      const { pathname, searchParams } = new URL(asked, 'http://localhost')
      const signature = {
        expiry: searchParams.get('e') ?? undefined,
        mark: searchParams.get('s') ?? undefined,
      }
      return read(pathname.slice('/files/'.length), signature)
    },
    async remove(keys) {
      await Promise.all(keys.map((key) => rm(within(files, key), { force: true })))
    },
    url,
    publicUrl: (key) => Promise.resolve(url(key)),
  }
}

/** The place of `name` below `root`. Plain segments only: no dots first, no separators of any system. */
function within(root: string, name: string): string {
  const segments = name.split('/')
  if (name.length > 300 || !segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment))) {
    throw missing()
  }
  return path.join(root, ...segments)
}

async function readIfThere(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined || !found.isFile()) {
    throw missing()
  }
  return readFile(file)
}

function atMost(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > bytes ? tooLarge() : null, chunk)
    },
  })
}
