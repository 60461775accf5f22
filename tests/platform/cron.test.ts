import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import { nextRun } from '../../src/platform/cron.ts'

const BERLIN = 'Europe/Berlin'

/** The next `count` runs, as instants. */
function runs(cron: string, timeZone: string, after: string, count: number): string[] {
  const found: string[] = []
  let at = new Date(after)
  for (let i = 0; i < count; i++) {
    at = nextRun(cron, timeZone, at)
    found.push(at.toISOString().replace(':00.000Z', 'Z'))
  }
  return found
}

function errorOf(cron: string, timeZone = 'UTC'): PmsIntegrationError {
  try {
    nextRun(cron, timeZone, new Date('2026-01-01T00:00:00Z'))
  } catch (error) {
    if (error instanceof PmsIntegrationError) return error
  }
  throw new Error(`${cron} was accepted`)
}

describe('in the night when clocks go forward', () => {
  test('a time that does not exist comes as soon as the clock has jumped, once', () => {
    expect(runs('30 2 * * *', BERLIN, '2026-03-27T12:00Z', 3)).toEqual([
      '2026-03-28T01:30Z',
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ])
  })

  test('midnight that does not exist is not skipped', () => {
    expect(runs('0 0 * * *', 'America/Santiago', '2026-09-05T12:00Z', 2)).toEqual([
      '2026-09-06T04:00Z',
      '2026-09-07T03:00Z',
    ])
  })

  test.each([
    ['several of the skipped times', '15,45 2 * * *', BERLIN, '2026-03-28T23:00Z', '2026-03-29T01:00Z'],
    ['every few minutes of the skipped hour', '*/10 2 * * *', BERLIN, '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
    ['a skipped hour and the one after it', '30 2,3 * * *', BERLIN, '2026-03-29T01:00Z', '2026-03-29T01:30Z'],
    ['an hour before midnight', '30 23 * * *', 'America/Nuuk', '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    ['an hour before midnight of one weekday', '30 23 * * 6', 'America/Nuuk', '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    ['the day after the jump', '30 23 * * *', 'America/Nuuk', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ['an hour after midnight', '30 0 * * *', 'Asia/Beirut', '2026-03-28T12:00Z', '2026-03-28T22:00Z'],
    ['a day of the year', '30 2 29 3 *', BERLIN, '2025-06-01T00:00Z', '2026-03-29T01:00Z'],
    ['a schedule that does not concern it', '30 5 * * *', BERLIN, '2026-03-28T12:00Z', '2026-03-29T03:30Z'],
    ['a schedule of every hour', '30 * * * *', BERLIN, '2026-03-29T00:31Z', '2026-03-29T01:30Z'],
  ])('%s', (_, cron, timeZone, after, due) => {
    expect(runs(cron, timeZone, after, 1)).toEqual([due])
  })

  test('an hourly schedule runs every hour', () => {
    expect(runs('0 * * * *', BERLIN, '2026-03-28T23:30Z', 4)).toEqual([
      '2026-03-29T00:00Z',
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
      '2026-03-29T03:00Z',
    ])
  })
})

describe('in the night when clocks go back', () => {
  test('a time that comes twice counts once', () => {
    expect(runs('30 2 * * *', BERLIN, '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T00:30Z', '2026-10-26T01:30Z'])
  })

  test('a schedule of every half hour runs on through both', () => {
    expect(runs('*/30 * * * *', BERLIN, '2026-10-24T23:45Z', 5)).toEqual([
      '2026-10-25T00:00Z',
      '2026-10-25T00:30Z',
      '2026-10-25T01:00Z',
      '2026-10-25T01:30Z',
      '2026-10-25T02:00Z',
    ])
  })
})

test('Apia: thirteen hours ahead, and the day that it skipped is not made up for', () => {
  expect(runs('0 3 * * *', 'Pacific/Apia', '2026-06-01T00:00Z', 2)).toEqual(['2026-06-01T14:00Z', '2026-06-02T14:00Z'])
  expect(runs('0 0 * * *', 'Pacific/Apia', '2011-12-28T12:00Z', 3)).toEqual([
    '2011-12-29T10:00Z',
    '2011-12-30T10:00Z',
    '2011-12-31T10:00Z',
  ])
})

test('Lord Howe Island, whose clock goes back by half an hour, misses no night', () => {
  expect(runs('0 2 * * *', 'Australia/Lord_Howe', '2018-03-30T15:00Z', 2)).toEqual([
    '2018-03-31T15:30Z',
    '2018-04-01T15:30Z',
  ])
})

test.each([
  ['*/5 * * * *', '2026-01-01T00:05Z'],
  ['@hourly', '2026-01-01T01:00Z'],
  ['@daily', '2026-01-02T00:00Z'],
  ['0 6 * * MON-FRI', '2026-01-01T06:00Z'],
  ['0 6 * * THU', '2026-01-01T06:00Z'],
  ['0 0 * * 7', '2026-01-04T00:00Z'],
  ['0 0 29 2 *', '2028-02-29T00:00Z'],
  ['  15   4  *  *  * ', '2026-01-01T04:15Z'],
])('%s is understood', (cron, expected) => {
  expect(runs(cron, 'UTC', '2026-01-01T00:00Z', 1)).toEqual([expected])
})

test.each([
  '',
  '* * * *',
  '* * * * * *',
  '*/30 * * * * *',
  '@secondly',
  '@minutely',
  '@every 5m',
  '@reboot',
  '60 * * * *',
  '*/0 * * * *',
  '5-1 * * * *',
  'H * * * *',
  '1,H 0 * * *',
  '0 0 30 2 *',
  'now and then please ok',
])('"%s" is refused, naming the field', (cron) => {
  expect(errorOf(cron)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'syncSchedule' })
})

test('an unknown time zone is refused, naming the field', () => {
  expect(errorOf('0 0 * * *', 'Europe/Atlantis')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'timeZone' })
})

test('the next run is always later, on a full minute, and never further than a day for a daily schedule', () => {
  const zones = fc.constantFrom(
    BERLIN,
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Antarctica/Troll',
  )
  const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  const times = fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 23 }))
  fc.assert(
    fc.property(zones, instants, times, (zone, after, [minute, hour]) => {
      const waitMs = nextRun(`${minute} ${hour} * * *`, zone, after).getTime() - after.getTime()
      expect(waitMs).toBeGreaterThan(0)
      expect(waitMs).toBeLessThanOrEqual(25 * 3_600_000)
      expect((after.getTime() + waitMs) % 60_000).toBe(0)
    }),
  )
})
