import { hkdfSync } from 'node:crypto'
import { PmsIntegrationError } from '../errors.ts'
import type { EncryptionKey } from '../platform/config.ts'

/** A secret for one purpose, the same in every process with the same current key, that tells nothing about the key. */
export function deriveSecret([current]: readonly EncryptionKey[], purpose: string): Buffer {
  if (current === undefined) throw new PmsIntegrationError('CONFIGURATION_INVALID', 'ENCRYPTION_KEYS has no key.')
  return Buffer.from(hkdfSync('sha256', current.key.reveal(), '', `pms-adapter-layer ${purpose}`, 32))
}
