import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/errors.ts'
import { classOfError } from '../../src/insights/error-class.ts'
import { type FreshnessFacts, freshnessOf } from '../../src/insights/freshness.ts'
import { agesOf } from '../../src/insights/freshness-ages.ts'
import { nextRun, upcomingRuns } from '../../src/platform/cron.ts'

const at = (time: string) => new Date(`2026-06-01T${time}Z`)
const facts: FreshnessFacts = {
  hotelId: 'h',
  provider: 'mock',
  entityType: 'BOOKING',
  slice: '',
  enabled: true,
  pausedAt: null,
  configuredAt: at('00:00:00'),
  trueAsOf: at('08:00:00'),
  failedRuns: 0,
  failingSince: null,
  lastErrorCode: null,
  lastError: null,
}
const judge = (more: Partial<FreshnessFacts>, now: Date, cron: string | null = '*/15 * * * *') => {
  const all = { ...facts, ...more }
  const due = cron === null || all.trueAsOf === null ? null : upcomingRuns(nextRun, cron, 'UTC', all.trueAsOf, 2)
  return freshnessOf(all, due as [Date, Date] | null, now)
}

describe('with a schedule of every 15 minutes, proven at 08:00, data is', () => {
  test.each([
    ['08:22:29', 'FRESH', '08:00:00'],
    ['08:22:30', 'LATE', '08:22:30'],
    ['08:37:29', 'LATE', '08:22:30'],
    ['08:37:30', 'STALE', '08:37:30'],
  ])('at %s %s since %s', (now, state, since) => {
    expect(judge({}, at(now))).toMatchObject({ state, since: at(since), lateAt: at('08:22:30') })
  })
})

test('a schedule that rests over night promises nothing for the night', () => {
  const evening = { trueAsOf: new Date('2026-06-01T20:00:00Z') }
  expect(judge(evening, new Date('2026-06-02T08:29:00Z'), '0 8-20 * * *').state).toBe('FRESH')
  expect(judge(evening, new Date('2026-06-02T08:30:00Z'), '0 8-20 * * *').state).toBe('LATE')
})

test('without a schedule a day is fresh, two are late', () => {
  expect(judge({}, new Date('2026-06-02T08:29:59Z'), null).state).toBe('FRESH')
  expect(judge({}, new Date('2026-06-02T08:30:00Z'), null).state).toBe('LATE')
  expect(judge({}, new Date('2026-06-03T08:30:00Z'), null).state).toBe('STALE')
})

test('one failure of many runs is no alarm; two in a row are, and so is the first of all', () => {
  const failing = { failingSince: at('08:15:00') }
  expect(judge({ ...failing, failedRuns: 1 }, at('08:16:00')).state).toBe('FRESH')
  expect(judge({ ...failing, failedRuns: 2 }, at('08:16:00'))).toMatchObject({
    state: 'FAILING',
    since: at('08:15:00'),
    trueAsOf: facts.trueAsOf,
  })
  expect(judge({ ...failing, failedRuns: 1, trueAsOf: null }, at('08:16:00')).state).toBe('FAILING')
})

test('what nothing was proven of is never, whatever the clock says', () => {
  const never = judge({ trueAsOf: null }, at('23:00:00'))
  expect(never).toMatchObject({ state: 'NEVER', since: facts.configuredAt, lateAt: null })
})

test('a pause is no failure', () => {
  const paused = { enabled: false, pausedAt: at('07:00:00'), failedRuns: 9 }
  expect(judge(paused, at('23:00:00'))).toMatchObject({ state: 'PAUSED', since: at('07:00:00') })
})

describe('the age over time', () => {
  const window = { from: at('08:00:00'), to: at('11:30:00'), bucketMs: 3_600_000 }
  const minutes = (proofs: [provenAt: string, trueAsOf: string][]) =>
    agesOf(
      proofs.map(([provenAt, trueAsOf]) => ({ provenAt: at(provenAt), trueAsOf: at(trueAsOf) })),
      window,
    ).map(({ at: start, maxAgeMs }) => [start.getUTCHours(), maxAgeMs / 60_000])

  test('falls with each proof, and grows without one', () => {
    expect(
      minutes([
        ['08:30:00', '08:20:00'],
        ['07:40:00', '07:30:00'],
      ]),
    ).toEqual([
      [8, 60],
      [9, 100],
      [10, 160],
      [11, 190],
    ])
  })

  test('begins with the first proof', () => {
    expect(minutes([['10:10:00', '10:05:00']])).toEqual([
      [10, 55],
      [11, 85],
    ])
  })

  test('does not go back when an older window is proven later', () => {
    expect(
      minutes([
        ['08:10:00', '08:05:00'],
        ['08:20:00', '06:00:00'],
      ])[0],
    ).toEqual([8, 55])
  })
})

test('every error of a PMS has a class of its own kind; what is unknown is ours', () => {
  const ofProviders = Object.keys(ERROR_CODES).filter((code) => code.startsWith('PROVIDER_'))
  expect(ofProviders.filter((code) => classOfError(code) === 'INTERNAL')).toEqual([])
  expect([classOfError('PROVIDER_UNAUTHORIZED'), classOfError('PROVIDER_RATE_LIMITED')]).toEqual(['AUTH', 'RATE'])
  expect([classOfError('OF_TOMORROW'), classOfError(null)]).toEqual(['INTERNAL', 'INTERNAL'])
})
