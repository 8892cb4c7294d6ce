import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts what must not lie in the database in the clear, and makes keyed hashes to look it up again. */
export interface Secrets {
  /** AES-256-GCM; returns iv, tag and cipher text as one base64url string. */
  encrypt(plain: string): string
  decrypt(sealed: string): string
  /** HMAC-SHA-256 of a value under a purpose; same value and purpose, same result. */
  keyedHash(purpose: string, value: string): string
}

/** Derives all keys from one 32-byte key, given as base64 (environment variable DATA_KEY). */
export function createSecrets(dataKey: string): Secrets {
  const master = Buffer.from(dataKey, 'base64')
  if (master.length !== 32) {
    throw new Error('DATA_KEY must be 32 bytes in base64')
  }
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
  const encryptionKey = derive('encrypt')
  const hashKey = derive('hash')
  return {
    encrypt(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    decrypt(sealed) {
      const raw = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, raw.subarray(0, 12))
      decipher.setAuthTag(raw.subarray(12, 28))
      return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]).toString('utf8')
    },
    keyedHash(purpose, value) {
      return createHmac('sha256', hashKey).update(`${purpose}\0${value}`).digest('base64url')
    },
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
