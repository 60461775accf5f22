import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, wallClockOf } from '../../src/providers/local-time.ts'

const iso = (text: string, zone: string) => instantOf(text, zone)?.toISOString() ?? null

describe('a time with a zone', () => {
  test.each([
    ['2026-09-14T09:02:41Z', '2026-09-14T09:02:41.000Z'],
    ['2026-09-14 09:02:41.5Z', '2026-09-14T09:02:41.500Z'],
    ['2026-09-14T09:02:41.123+02:00', '2026-09-14T07:02:41.123Z'],
    [' 2026-09-14T09:02+0530 ', '2026-09-14T03:32:00.000Z'],
  ])('%s is %s wherever the hotel is', (text, expected) => {
    for (const zone of ['Europe/Berlin', 'Pacific/Apia']) expect(iso(text, zone)).toBe(expected)
  })
})

describe('a time without a zone', () => {
  test.each([
    ['2026-09-14 09:02:41.0', 'Europe/Berlin', '2026-09-14T07:02:41.000Z'],
    ['2026-01-14T09:02:41', 'Europe/Berlin', '2026-01-14T08:02:41.000Z'],
    ['2026-09-14 09:02:41', 'Asia/Kathmandu', '2026-09-14T03:17:41.000Z'],
    ['2026-09-14 00:30:00', 'Pacific/Apia', '2026-09-13T11:30:00.000Z'],
    ['2026-03-29 01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25 01:59:59', 'Europe/Berlin', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25 03:00:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => expect(iso(text, zone)).toBe(expected))

  test.each([
    ['shown twice', '2026-10-25 02:30:00', 'Europe/Berlin'],
    ['never shown', '2026-03-29 02:30:00', 'Europe/Berlin'],
    ['on a day that was left out', '2011-12-30 12:00:00', 'Pacific/Apia'],
    ['that is none', '2026-02-31 25:00:00', 'Europe/Berlin'],
    ['without a time', '2026-02-03', 'Europe/Berlin'],
    ['in another notation', '14-SEP-26 09.02.41.000000 AM', 'Europe/Berlin'],
  ])('%s is no instant: %s', (_, text, zone) => expect(iso(text, zone)).toBeNull())
})

test('what a wall clock shows is read back to the same instant, or is ambiguous', () => {
  const zones = ['Europe/Lisbon', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Pago_Pago']
  const instant = fc.date({ min: new Date('1975-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (date, zone) => {
      const read = instantOf(wallClockOf(date, zone), zone)
      if (read !== null) expect(read).toEqual(date)
      else expect(isRepeated(date, zone)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

/** Whether the clocks show the same within three hours before or after. */
function isRepeated(date: Date, zone: string): boolean {
  const shown = wallClockOf(date, zone)
  const steps = Array.from({ length: 25 }, (_, i) => (i - 12) * 15 * 60_000)
  return steps.some((ms) => ms !== 0 && wallClockOf(new Date(date.getTime() + ms), zone) === shown)
}
