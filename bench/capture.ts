import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createDb } from '~/cloudfunctions/core/db'
import { silentLog } from '~/cloudfunctions/core/log'
import { createDistrict } from '~/local/host/district'
import { cloudContext } from '~/local/host/invoke'
import type { Call } from '~/test/faults/client'
import type { Action, Output } from '~/types/api'
import { newSubmit, type Person } from './load'

export interface Statement {
  text: string
  values: unknown[]
}

export interface Captured {
  statements: Statement[]
  key: string
  number: string
}

/** Every statement that the server gets for one appeal.submit, in order and with its values. */
export async function captureSubmit(url: string, person: Person): Promise<Captured> {
  const call = newSubmit(person)
  const { statements, data } = await capture(url, call)
  return { statements, key: call.key, number: data.number }
}

/** The key that the hosts of a bench seal with, so that what one of them made another can open. */
export const DATA_KEY = Buffer.alloc(32, 7).toString('base64')

/** Every statement that the server gets for one call, in order and with its values. */
export async function capture<A extends Action>(
  url: string,
  { openid, ...event }: Omit<Call<A>, 'key'> & { key?: string },
): Promise<{ statements: Statement[]; data: Output<A> }> {
  const statements: Statement[] = []
  let recording = false
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query: (text: unknown, values: unknown, ...rest: unknown[]) => {
        if (recording && typeof text === 'string') {
          statements.push({ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] })
        }
        return query(text, values, ...rest)
      },
    })
  })
  const directory = mkdtempSync(path.join(os.tmpdir(), 'micro-grid-capture-'))
  const db = createDb(pool)
  try {
    const { api } = await createDistrict({ db, dataKey: DATA_KEY, directory, log: silentLog })
    recording = true
    const reply = await api(event, cloudContext(openid))
    recording = false
    if (!reply.ok || statements.length === 0) {
      throw new Error(`nothing was captured: ${JSON.stringify(reply)}`)
    }
    return { statements, data: reply.data }
  } finally {
    await db.destroy()
    rmSync(directory, { recursive: true, force: true })
  }
}
