import type { Hotel } from '../entities/hotel.ts'
import { badUserInput } from '../errors.ts'
import { scrubProse } from '../records/text/prose.ts'

/** What people say about a hotel. */
export type HotelFacts = Pick<Hotel, 'slug' | 'name' | 'timeZone' | 'currency'>

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const checks: { readonly [Fact in keyof HotelFacts]: (given: string) => string } = {
  slug(given) {
    if (!SLUG.test(given)) throw badUserInput('slug', 'must be lower case letters, digits and single dashes')
    return given
  },
  name(given) {
    if (given.trim() === '') throw badUserInput('name', 'must not be blank')
    return scrubProse(given.trim())
  },
  timeZone(given) {
    if (!isTimeZone(given)) throw badUserInput('timeZone', 'must be an IANA time zone such as Europe/Lisbon')
    return given
  },
  currency(given) {
    const code = given.toUpperCase()
    if (!CURRENCIES.has(code)) throw badUserInput('currency', 'must be an ISO 4217 code such as EUR')
    return code
  },
}

type Given = { readonly [Fact in keyof HotelFacts]?: string | null | undefined }

/**
 * The facts that are given, as they are stored.
 * @throws PmsIntegrationError BAD_USER_INPUT naming the field
 */
export function checkFacts(given: Given): Partial<HotelFacts> {
  const names = Object.keys(checks) as (keyof HotelFacts)[]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' ? [[name, checks[name](value)]] : []
    }),
  )
}

function isTimeZone(name: string): boolean {
  // Offsets are accepted by Intl, and know nothing of daylight saving.
  if (/^[+-]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
