import { defineProvider } from '../../src/providers/provider.ts'
import { fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { bookingIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { innkeeperCredentials, innkeeperSettings } from './settings.ts'
import { simulateInnkeeper } from './simulator/index.ts'

/** Innkeeper, a PMS that does not exist: bookings alone, over plain REST. See docs/adding-a-provider.md. */
export const innkeeper = defineProvider({
  key: 'innkeeper',
  name: 'Innkeeper',
  credentials: innkeeperCredentials,
  settings: innkeeperSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings },
  normalize: { bookings: normalizeBooking },
  identify: { bookings: bookingIdOf },
  simulate: simulateInnkeeper,
})
