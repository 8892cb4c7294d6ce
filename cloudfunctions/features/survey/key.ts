import { createHmac, randomBytes } from 'node:crypto'
import { RECEIPT_LENGTH } from '~/types/survey'

/** Digits and capitals that nobody mistakes for one another (Crockford): no I, L, O, U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 5

/** A new key, 32 random bytes in base64. */
export const newKey = () => randomBytes(32).toString('base64')

function hash(key: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(`${purpose}\0${value}`).digest()
}

/** What the ballot of a unit is called while the box is open. Without the key nobody can work it out. */
export function ballotIdOf(key: string, unitId: string): string {
  return hash(key, 'ballot', unitId).toString('base64url')
}

/** The mark of a device, which says nothing about it outside this survey. */
export function deviceMarkOf(key: string, device: string): string {
  return hash(key, 'device', device).toString('base64url')
}

/** One in ten, decided by the key, so that nobody at a door can know. Source: domain rules 3.6. */
export function isSampled(key: string, unitId: string): boolean {
  return hash(key, 'sample', unitId).readUInt32BE() % 10 === 0
}

/** Eight characters of 40 bits: short enough to copy by hand. */
export function receiptOf(key: string, unitId: string): string {
  let rest = hash(key, 'receipt', unitId).readBigUInt64BE()
  let code = ''
  for (let n = 0; n < RECEIPT_LENGTH; n += 1) {
    code += SYMBOLS[Number(rest & 31n)] ?? ''
    rest >>= BigInt(BITS)
  }
  return code
}
