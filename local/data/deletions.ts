import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readDeletion, type Deletion } from '~/cloudfunctions/core/deletion'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import { REDO } from '~/cloudfunctions/jobs/redo'
import { readLines } from './files'
import { DataRefusal } from './refusal'

/** The deletions in a file of copies, or in all files of a folder; each once, however often it was written. */
export async function readDeletions(place: string, secrets: Secrets): Promise<Deletion[]> {
  const found = new Map<string, Deletion>()
  for (const file of filesAt(place)) {
    let number = 0
    for await (const lines of readLines(file)) {
      for (const line of lines) {
        number += 1
        const deletion = readDeletion(secrets, line)
        if (deletion === undefined) {
          throw new DataRefusal(
            `${path.basename(file)} 第 ${number} 行坏了,或者不是用这个 DATA_KEY 写的。什么都没有做。`,
          )
        }
        if (!(deletion.kind in REDO)) {
          throw new DataRefusal(`这个程序不认识“${deletion.kind}”,请用更新的版本。什么都没有做。`)
        }
        found.set(line, deletion)
      }
    }
  }
  return [...found.values()]
}

function filesAt(place: string): string[] {
  const stats = statSync(place, { throwIfNoEntry: false })
  if (stats === undefined) {
    throw new DataRefusal(`找不到 ${place}。删除记录在存储的 deletions 目录里(一台电脑上是 .data/files/deletions)。`)
  }
  return stats.isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => path.join(place, name))
    : [place]
}
