import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { PmsIntegrationError } from '../errors.ts'
import type { EncryptionKey } from '../platform/config.ts'

const CIPHER = 'aes-256-gcm'
const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16
const ENVELOPE = /^v1\.([\w-]{1,32})\.([\w-]{16})\.([\w-]{22,})$/

/** What a sealed value is bound to. Copied to another hotel, provider or field it does not open. */
export interface VaultContext {
  readonly hotelId: string
  readonly provider: string
  readonly field: string
}

/** Encrypts credentials at rest. An envelope is `v1.<keyId>.<iv>.<ciphertext and tag>`, the last two in base64url. */
export interface Vault {
  seal(plaintext: string, context: VaultContext): string
  /** @throws PmsIntegrationError `CREDENTIALS_UNREADABLE`: unknown key, changed envelope or another context */
  open(envelope: string, context: VaultContext): string
  /** Whether the envelope was sealed with an older key than the current one, or cannot be read at all. */
  needsRotation(envelope: string): boolean
}

/** @param options.keys the first one seals, all of them open */
export function createVault({ keys }: { keys: readonly EncryptionKey[] }): Vault {
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key.reveal())]))
  const current = keys[0]
  if (!current) throw new PmsIntegrationError('CONFIGURATION_INVALID', 'The vault needs a key: set ENCRYPTION_KEYS.')
  const currentKey = createSecretKey(current.key.reveal())
  return {
    seal: (plaintext, context) => `${VERSION}.${current.id}.${encrypt(currentKey, plaintext, context)}`,
    open(envelope, context) {
      const [, keyId = '', iv = '', sealed = ''] = ENVELOPE.exec(envelope) ?? unreadable('is not an envelope of ours')
      const key = byId.get(keyId) ?? unreadable(`needs the key "${keyId}", which ENCRYPTION_KEYS does not have`)
      return decrypt(key, iv, sealed, context)
    },
    needsRotation: (envelope) => ENVELOPE.exec(envelope)?.[1] !== current.id,
  }
}

function encrypt(key: KeyObject, plaintext: string, context: VaultContext): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(associatedData(context))
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${iv.toString('base64url')}.${sealed.toString('base64url')}`
}

function decrypt(key: KeyObject, iv: string, sealed: string, context: VaultContext): string {
  const bytes = Buffer.from(sealed, 'base64url')
  // Several texts decode to the same bytes; only the one that was written is accepted.
  if (bytes.toString('base64url') !== sealed) unreadable('was changed')
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES })
  decipher.setAAD(associatedData(context)).setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return unreadable('was changed, or belongs to another hotel, provider or field')
  }
}

/** A JSON array, so that no two contexts share their bytes: ("ab", "c") is not ("a", "bc"). */
function associatedData({ hotelId, provider, field }: VaultContext): Buffer {
  return Buffer.from(JSON.stringify([hotelId, provider, field]))
}

function unreadable(reason: string): never {
  throw new PmsIntegrationError('CREDENTIALS_UNREADABLE', `The stored value ${reason}.`)
}
