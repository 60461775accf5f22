import { expect, test } from 'vitest'
import { createDueAfter } from '../../src/insights/due-runs.ts'
import { nextRun, upcomingRuns } from '../../src/platform/cron.ts'

const SCHEDULES = ['*/15 * * * *', '0 3 * * *', '7 * * * 1', '@hourly'] as const
const ZONES = ['Europe/Lisbon', 'Asia/Kathmandu'] as const
/** Around the nights in which the clocks change, too. */
const INSTANTS = [
  '2026-11-28T08:00:00.000Z',
  '2026-11-28T08:14:59.999Z',
  '2026-03-29T00:59:30Z',
  '2026-10-25T00:30:01Z',
]

test('what is remembered is what the schedule says, for every instant of a minute', () => {
  const dueAfter = createDueAfter(nextRun)
  for (const syncSchedule of SCHEDULES) {
    for (const timeZone of ZONES) {
      for (const instant of [...INSTANTS, ...INSTANTS]) {
        const trueAsOf = new Date(instant)
        const due = upcomingRuns(nextRun, syncSchedule, timeZone, trueAsOf, 2)
        expect(dueAfter({ syncSchedule, timeZone, trueAsOf }), `${syncSchedule} ${timeZone} ${instant}`).toEqual(due)
      }
    }
  }
})

test('a fleet whose hotels were synced in the same minute asks the clock once', () => {
  let asked = 0
  const dueAfter = createDueAfter((...schedule) => {
    asked += 1
    return nextRun(...schedule)
  })
  for (let second = 0; second < 60; second++) {
    const trueAsOf = new Date(Date.UTC(2026, 10, 28, 8, 1, second))
    dueAfter({ syncSchedule: '*/15 * * * *', timeZone: 'Europe/Lisbon', trueAsOf })
  }
  expect(asked).toBe(2)
})

test('without a schedule, a proof or a readable schedule nothing is promised', () => {
  const dueAfter = createDueAfter(nextRun)
  const promised = { syncSchedule: '*/15 * * * *', timeZone: 'Europe/Lisbon', trueAsOf: new Date() }
  expect(dueAfter({ ...promised, syncSchedule: null })).toBeNull()
  expect(dueAfter({ ...promised, trueAsOf: null })).toBeNull()
  expect(dueAfter({ ...promised, syncSchedule: 'whenever' })).toBeNull()
})
