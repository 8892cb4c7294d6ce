import { createReadStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { createDigest, type Digest } from './rows'
import { DataRefusal } from './refusal'

/** Names, addresses and sealed numbers of a whole district: for the owner's eyes only. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700
const LINE_END = 0x0a
/** Lines and characters handed on together at most. */
const BATCH_LINES = 1_000
const BATCH_CHARACTERS = 1_000_000

/** A folder for an export: new, or there and empty. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
  } catch {
    throw new DataRefusal(`不能在 ${folder} 建目录,请换一个地方。`)
  }
  if ((await readdir(folder)).length > 0) {
    throw new DataRefusal(`${folder} 里已经有东西了,请换一个新目录,免得盖掉以前的导出。`)
  }
}

/** Writes a new file piece by piece; it is on the disk when this returns. */
export async function writeFileOnce(file: string, pieces: AsyncIterable<string> | string[]): Promise<void> {
  const handle = await open(file, 'wx', FILE_MODE)
  try {
    for await (const piece of pieces) {
      await handle.writeFile(piece)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Lines of a file, batch by batch. Only the line feed ends one: others that readline knows stand inside of words. */
export async function* readLines(file: string): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0)
  let batch: string[] = []
  let characters = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, from)) {
      const line = rest.toString('utf8', from, end)
      from = end + 1
      batch.push(line)
      characters += line.length
      if (batch.length >= BATCH_LINES || characters >= BATCH_CHARACTERS) {
        yield batch
        batch = []
        characters = 0
      }
    }
    rest = rest.subarray(from)
  }
  if (batch.length > 0) {
    yield batch
  }
}

/** Rows and hash of a file's bytes, whatever they are. */
export async function digestFile(file: string): Promise<Digest> {
  const digest = createDigest()
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    digest.add(
      chunk,
      chunk.reduce((lines, byte) => lines + Number(byte === LINE_END), 0),
    )
  }
  return digest.end()
}
