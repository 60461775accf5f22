import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { badUserInput } from '../../errors.ts'

/** A place in an ordered list: the value ordered by, as PostgreSQL writes it, and the id that breaks ties. */
export interface Position {
  readonly key: string | null
  readonly id: string
}

/** Turns positions into cursors that clients can keep but neither make nor change, nor use in another list. */
export interface CursorCodec {
  /** @param list everything that a cursor is good for: the list, its parent and its order */
  seal(position: Position, list: readonly string[]): string
  /** @throws PmsIntegrationError BAD_USER_INPUT that names `field` */
  open(cursor: string, list: readonly string[], field: string): Position
}

const MAC_BYTES = 12

/** @param secret of any length; cursors get a key of their own from it */
export function createCursorCodec(secret: string | Buffer): CursorCodec {
  // As a key object it signs four times as fast as its bytes do, and a page has many cursors.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'pms list cursor', 32)))
  const sign = (body: Buffer, list: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(list)).update(body).digest().subarray(0, MAC_BYTES)
  return {
    seal({ key: value, id }, list) {
      const body = Buffer.from(JSON.stringify([value, id]))
      return Buffer.concat([sign(body, list), body]).toString('base64url')
    },
    open(cursor, list, field) {
      const bytes = Buffer.from(cursor, 'base64url')
      const mac = bytes.subarray(0, MAC_BYTES)
      const body = bytes.subarray(MAC_BYTES)
      if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, sign(body, list))) {
        throw badUserInput(field, 'is not a cursor of this list in this order')
      }
      const [value, id] = JSON.parse(body.toString()) as [string | null, string]
      return { key: value, id }
    },
  }
}
