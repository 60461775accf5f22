import { createCipheriv, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { badUserInput } from '../../errors.ts'

/** A keyset: the value that the list is ordered by, as PostgreSQL writes it, and the id that breaks ties. */
export interface Position {
  readonly key: string | null
  readonly id: string
}

/**
 * Turns positions into cursors that clients can keep but neither read, make nor change, nor use in another list: a list
 * in order of a guest's name has that name in its cursors.
 */
export interface CursorCodec {
  /** @param scope where the cursor is valid: the list, its parent and its order */
  encode(position: Position, scope: readonly string[]): string
  /** @throws PmsIntegrationError BAD_USER_INPUT that names `field` */
  decode(cursor: string, scope: readonly string[], field: string): Position
}

const MAC_BYTES = 12
const COUNTER = Buffer.alloc(4)

/** @param secret of any length; cursors get keys of their own from it */
export function createCursorCodec(secret: string | Buffer): CursorCodec {
  // As a key object it signs four times as fast as its bytes do, and a page has many cursors.
  const keyFor = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))
  const [signing, encrypting] = [keyFor('pms list cursor'), keyFor('pms list cursor hidden')]
  const sign = (body: Buffer, scope: readonly string[]) =>
    createHmac('sha256', signing).update(JSON.stringify(scope)).update(body).digest().subarray(0, MAC_BYTES)
  // The signature is the nonce, as in RFC 5297: another text has another. In this mode the same step encrypts and decrypts.
  const crypt = (body: Buffer, mac: Buffer) =>
    createCipheriv('aes-256-ctr', encrypting, Buffer.concat([mac, COUNTER])).update(body)
  return {
    encode({ key: value, id }, scope) {
      const body = Buffer.from(JSON.stringify([value, id]))
      const mac = sign(body, scope)
      return Buffer.concat([mac, crypt(body, mac)]).toString('base64url')
    },
    decode(cursor, scope, field) {
      const bytes = Buffer.from(cursor, 'base64url')
      const mac = bytes.subarray(0, MAC_BYTES)
      const body = mac.length === MAC_BYTES ? crypt(bytes.subarray(MAC_BYTES), mac) : null
      if (body === null || !timingSafeEqual(mac, sign(body, scope))) {
        throw badUserInput(field, 'The cursor does not belong to this list in this order.')
      }
      const [value, id] = JSON.parse(body.toString()) as [string | null, string]
      return { key: value, id }
    },
  }
}
