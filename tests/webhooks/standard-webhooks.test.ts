import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import {
  generateWebhookSecret,
  isWebhookSecret,
  signWebhook,
  verifyWebhook,
} from '../../src/platform/standard-webhooks.ts'

const secret = generateWebhookSecret()
const now = () => new Date()
const body = Buffer.from('{"type":"booking.updated","data":{"id":"B-1"}}')
const refusal = expect.objectContaining({ code: 'UNAUTHENTICATED' })

const signed = (secrets = [secret], timestamp = now(), bytes = body) => ({
  headers: signWebhook(secrets, { id: 'msg_1', timestamp, body: bytes }),
  body: bytes,
})

describe('both ways with the published library:', () => {
  test('it accepts what we sign, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 24, max: 64 }), (json, size) => {
        const own = `whsec_${randomBytes(size).toString('base64')}`
        const { headers } = signed([own], now(), Buffer.from(json))
        expect(() => new Webhook(own).verify(json, headers)).not.toThrow()
      }),
    )
  })

  test('we accept what it signs, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const at = now()
        const headers = {
          'webhook-id': 'msg_2',
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(secret).sign('msg_2', at, text),
        }
        expect(() => verifyWebhook({ headers, body: Buffer.from(text) }, [secret], at)).not.toThrow()
      }),
    )
  })
})

test('the signature is of the raw bytes: the same JSON written again is refused', () => {
  const spaced = Buffer.from('{ "type": "booking.updated" }')
  const { headers } = signed([secret], now(), spaced)
  const again = Buffer.from(JSON.stringify(JSON.parse(spaced.toString())))
  expect(() => verifyWebhook({ headers, body: again }, [secret], now())).toThrow(refusal)
})

test.each([
  [-301, false],
  [-300, true],
  [0, true],
  [300, true],
  [301, false],
])('a timestamp of %i seconds is accepted: %s', (offset, isAccepted) => {
  const at = new Date(Math.floor(Date.now() / 1000) * 1000)
  const message = signed([secret], new Date(at.getTime() + offset * 1000))
  const verify = () => verifyWebhook(message, [secret], at)
  if (isAccepted) expect(verify).not.toThrow()
  else expect(verify).toThrow(refusal)
})

test('during a rotation either side may be ahead', () => {
  const next = generateWebhookSecret()
  expect(() => verifyWebhook(signed([secret]), [next, secret], now())).not.toThrow()
  expect(() => verifyWebhook(signed([next, secret]), [secret], now())).not.toThrow()
  expect(() => verifyWebhook(signed([secret]), [next], now())).toThrow(refusal)
})

test('anything changed, missing or odd is refused, never a crash', () => {
  const right = signed()
  const headers = fc.record(
    {
      'webhook-id': fc.oneof(fc.string(), fc.constant('msg_1')),
      'webhook-timestamp': fc.oneof(fc.string(), fc.constant(right.headers['webhook-timestamp'])),
      'webhook-signature': fc.oneof(
        fc.string(),
        fc.constant(`v1a,${right.headers['webhook-signature'].slice(3)}`),
        fc.constant('v1, v1,= v1,AAAA'),
      ),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(headers, (odd) => {
      expect(() => verifyWebhook({ headers: odd, body }, [secret], now())).toThrow(refusal)
    }),
  )
  expect(() => verifyWebhook({ ...right, body: Buffer.from('{}') }, [secret], now())).toThrow(refusal)
  expect(() => verifyWebhook(right, ['', 'whsec_', 'secret'], now())).toThrow(refusal)
})

test('a secret is whsec_ and 24 to 64 bytes', () => {
  expect(isWebhookSecret(secret)).toBe(true)
  for (const size of [23, 65]) expect(isWebhookSecret(`whsec_${randomBytes(size).toString('base64')}`)).toBe(false)
  expect(isWebhookSecret(randomBytes(32).toString('base64'))).toBe(false)
})
