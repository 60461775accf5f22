import { expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import { opera } from '../../src/providers/opera/index.ts'
import { closingOf } from '../../src/providers/opera/stream/frames.ts'
import { connectionLost, upgradeRefused } from '../../src/providers/transport/socket/stream-closed.ts'
import { outcomeOf } from '../../src/streams/outcome.ts'
import { leaseLost } from '../../src/streams/stream.ts'

const after = (error: unknown, failures = 0, random = 0.5) =>
  outcomeOf({ error, failures, stopReason: null, restMs: 1_000 }, () => random)
const waits = (error: unknown) => [0, 1, 2, 3, 4, 20].map((failures) => after(error, failures).restMs / 1_000)

test('whoever is locked out asks again after 1, 2, 4 … 15 minutes, and does not fight', () => {
  const lockedOut = closingOf({ code: 4409, reason: '' })
  expect(after(lockedOut)).toMatchObject({ state: 'LOCKED_OUT', closeCode: 4409, isFailure: true })
  expect(waits(lockedOut)).toEqual([60, 120, 240, 480, 900, 900])
})

test('a connection that was cut is made again after 2, 4, 8 … 300 seconds', () => {
  expect(after(connectionLost('It was cut.'))).toMatchObject({ state: 'WAITING', closeCode: null })
  expect(waits(connectionLost('It was cut.'))).toEqual([2, 4, 8, 16, 32, 300])
})

test('credentials that are refused are not shown again at once', () => {
  expect(waits(upgradeRefused(401))).toEqual([60, 120, 240, 480, 900, 900])
})

test('those of an outage come back apart from each other', () => {
  const cut = connectionLost('It was cut.')
  expect([after(cut, 3, 0).restMs, after(cut, 3, 1).restMs]).toEqual([12_000, 20_000])
})

test('a time that the vendor names goes before our own', () => {
  expect(after(upgradeRefused(429, 120_000)).restMs).toBe(120_000)
})

test('a stream that its vendor ended as it should, as with its token, only rests as long as the vendor wants', () => {
  const restMs = opera.stream?.restMs ?? 0
  expect(restMs).toBeGreaterThanOrEqual(10_000)
  const end = outcomeOf({ error: undefined, failures: 0, stopReason: null, restMs }, () => 0)
  expect(end).toEqual({
    state: 'CONNECTING',
    restMs,
    isFailure: false,
    closeCode: null,
    reason: null,
    forgetsOffset: false,
  })
})

test('one that nobody wants any more is off, and a shutdown is no failure', () => {
  const error = new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'It was cut.')
  const end = (stopReason: 'CANCELLED' | 'SHUTDOWN') =>
    outcomeOf({ error, failures: 2, stopReason, restMs: 10_000 }, () => 1)
  expect(end('CANCELLED')).toMatchObject({ state: 'OFF', isFailure: false })
  expect(end('SHUTDOWN')).toMatchObject({ state: 'CONNECTING', isFailure: false, restMs: 10_000 })
})

test('a subscription that is refused is asked for without its position the next time; nothing else takes it back', () => {
  const forgets = (error: unknown) => after(error).forgetsOffset
  expect(forgets(closingOf({ code: 4400, reason: '' }))).toBe(true)
  const others = [
    ...[4401, 4403, 4409, 1011].map((code) => closingOf({ code, reason: '' })),
    connectionLost('It was cut.'),
  ]
  expect(others.map(forgets)).toEqual([false, false, false, false, false])
})

test('a lease that another worker has taken, or may have, is no failure of the vendor', () => {
  expect(after(leaseLost(), 3)).toMatchObject({ state: 'CONNECTING', isFailure: false, restMs: 1_000 })
})
