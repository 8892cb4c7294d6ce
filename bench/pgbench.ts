import { sha256 } from '~/cloudfunctions/core/crypto'
import type { Captured, Statement } from './capture'
import type { Person } from './load'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Ids of one transaction, and clients, that the counter leaves room for. */
const IDS = 16
const CLIENTS = 64

/**
 * The captured statements as a pgbench script of one person: the same texts in the same order over the same protocol;
 * literals stand where the application passed values, and what must be new each time is counted up. What a statement
 * gave back and a later one uses (number of the day, head of the audit chain) is taken over by \gset.
 */
export function scriptFor(captured: Captured, from: Person, to: Person): string {
  const ids: string[] = []
  const body = captured.statements.map((statement) => {
    const columns = columnsOf(statement)
    const filled = statement.text.replace(/\$(\d+)/g, (_match, digits: string) => {
      const index = Number(digits) - 1
      return valueOf(statement.values[index], columns.get(index) ?? '', { captured, from, to, ids })
    })
    return /returning "last"$|^select "seq", "hash"/.test(filled) ? `${filled} \\gset` : `${filled};`
  })
  if (ids.length > IDS) {
    throw new Error('more ids in one submission than the counter has room for')
  }
  const counter = ['\\set i :i + 1', `\\set n (:i * ${CLIENTS} + :client_id) * ${IDS}`]
  return `${[...counter, ...body].join('\n')}\n`
}

/** Column that each placeholder of the statement is for, as far as the text tells. */
function columnsOf({ text }: Statement): Map<number, string> {
  const columns = new Map<number, string>()
  const insert = /^insert into "\w+" \(([^)]*)\) values \(([^)]*)\)/.exec(text)
  if (insert !== null) {
    const names = (insert[1] ?? '').split(', ')
    ;(insert[2] ?? '').split(', ').forEach((place, at) => {
      columns.set(Number(place.slice(1)) - 1, (names[at] ?? '').replaceAll('"', ''))
    })
  }
  for (const [, name = '', digits] of text.matchAll(/"(\w+)" = \$(\d+)/g)) {
    columns.set(Number(digits) - 1, name)
  }
  return columns
}

interface Filling {
  captured: Captured
  from: Person
  to: Person
  /** Ids that the application made, in order of appearance. */
  ids: string[]
}

function valueOf(value: unknown, column: string, { captured, from, to, ids }: Filling): string {
  switch (column) {
    case 'seq':
      return 'CAST(:seq AS integer) + 1'
    case 'prev_hash':
      return ':hash'
    case 'hash':
      return "md5(:hash) || md5('x' || :hash)"
    case 'chain':
      return String(Number.parseInt(sha256(to.userId).slice(0, 1), 16))
    case 'number':
      return `'${captured.number.slice(0, 9)}' || :last`
  }
  if (value === captured.key) {
    return "'bench-' || :n"
  }
  if (value === from.openid || value === from.userId) {
    return quote(value === from.openid ? to.openid : to.userId)
  }
  if (typeof value === 'string' && UUID.test(value)) {
    const at = ids.includes(value) ? ids.indexOf(value) : ids.push(value) - 1
    return `CAST('ffff' || lpad(to_hex(CAST(:n AS bigint) + ${at}), 28, '0') AS uuid)`
  }
  // The grid, or an area above it.
  if (typeof value === 'string' && /^\d{6,15}$/.test(value) && from.areaCode.startsWith(value)) {
    return quote(to.areaCode.slice(0, value.length))
  }
  return literal(value)
}

/** A value as it is written into a statement. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) {
    return 'NULL'
  }
  if (value instanceof Date) {
    return quote(value.toISOString())
  }
  if (typeof value === 'string') {
    return quote(value)
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value)
  }
  if (Array.isArray(value)) {
    return `ARRAY[${value.map(literal).join(', ')}]`
  }
  throw new Error(`no literal for ${typeof value}`)
}

/** A colon would start a variable of pgbench, so it is written as an escape. */
function quote(text: string): string {
  const plain = text.replaceAll("'", "''")
  return plain.includes(':') || plain.includes('\\') || plain.includes('\n')
    ? `E'${plain.replaceAll('\\', '\\\\').replaceAll(':', '\\072').replaceAll('\n', '\\n')}'`
    : `'${plain}'`
}

export function readTps(output: string): number {
  const found = /tps = ([\d.]+)/.exec(output)
  const failed = /number of failed transactions: (\d+)/.exec(output)
  if (found === null || (failed !== null && failed[1] !== '0')) {
    throw new Error(`pgbench did not finish its work:\n${output.slice(-2000)}`)
  }
  return Number(found[1])
}
