import { wallClockOf } from '../../local-time.ts'

/** `+00:00` is UTC as well: a hotel in that zone reads the same either way. */
const IN_UTC = /(Z|[+-]00:?00)$/i

/**
 * The hotel's calendar day of an arrival or departure. protel writes them in the hotel's time, so the day that is written
 * is the day; only what is in UTC has to be brought into the hotel's zone. Anything else stays for the record to refuse.
 */
export function stayDay(written: string, timeZone: string): string {
  const ms = IN_UTC.test(written) ? Date.parse(written) : Number.NaN
  const local = Number.isNaN(ms) ? written : wallClockOf(new Date(ms), timeZone)
  return local.slice(0, 10)
}
