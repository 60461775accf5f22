import { wallClockOf } from '../../local-time.ts'
import type { Clock } from '../../provider.ts'
import type { Minute } from './stays.ts'

/** A hotel that goes on: everything in it follows from its seed and from what the time is. */
export interface Life {
  /** What the time is in the hotel. */
  now(): Minute
  /** The instant of a time in the hotel, in ms. */
  instantOf(minute: Minute): number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** @param since when the hotel opened; @param firstDay the calendar day that it was there, see `dayNumber` */
export function createLife(since: Date, firstDay: number, timeZone: string, clock: Clock): Life {
  const opened = (Date.parse(`${wallClockOf(since, timeZone)}Z`) - firstDay * DAY_MS) / MINUTE_MS
  return {
    now: () => opened + (clock.now().getTime() - since.getTime()) / MINUTE_MS,
    instantOf: (minute) => since.getTime() + (minute - opened) * MINUTE_MS,
  }
}
