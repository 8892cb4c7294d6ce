import { randomBytes } from 'node:crypto'
import { createSecrets, sha256 } from '~/cloudfunctions/core/crypto'

describe('secrets', () => {
  const key = Buffer.alloc(32, 1).toString('base64')
  const secrets = createSecrets(key)

  it('gives back what was sealed, whatever the characters', () => {
    for (const plain of ['', '19900001234', '钱测试', '😀'.repeat(100)]) {
      expect(secrets.decrypt(secrets.encrypt(plain))).toBe(plain)
    }
  })

  it('never seals the same value to the same text, so that equal numbers cannot be told', () => {
    const sealed = Array.from({ length: 50 }, () => secrets.encrypt('19900001234'))
    expect(new Set(sealed).size).toBe(50)
    expect(sealed.join()).not.toContain('19900001234')
  })

  it('refuses a text in which a single bit was changed, wherever it lies', () => {
    const raw = Buffer.from(secrets.encrypt('19900001234'), 'base64url')
    for (let at = 0; at < raw.length; at += 1) {
      const changed = Buffer.from(raw)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => secrets.decrypt(changed.toString('base64url'))).toThrow()
    }
  })

  it('refuses a text that another key sealed', () => {
    const other = createSecrets(randomBytes(32).toString('base64'))
    expect(() => secrets.decrypt(other.encrypt('19900001234'))).toThrow()
  })

  it('hashes the same value to the same text for one purpose and key, and to another one otherwise', () => {
    const hash = secrets.keyedHash('phone', '19900001234')
    expect(createSecrets(key).keyedHash('phone', '19900001234')).toBe(hash)
    expect(secrets.keyedHash('door', '19900001234')).not.toBe(hash)
    expect(secrets.keyedHash('phone', '19900001235')).not.toBe(hash)
    expect(createSecrets(randomBytes(32).toString('base64')).keyedHash('phone', '19900001234')).not.toBe(hash)
  })

  it('does not start with a key of the wrong length', () => {
    for (const bad of [
      '',
      'short',
      Buffer.alloc(31).toString('base64'),
      Buffer.alloc(33).toString('base64'),
    ]) {
      expect(() => createSecrets(bad)).toThrow('32 bytes')
    }
  })
})

describe('sha256', () => {
  it('is the known hash of the UTF-8 bytes', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
