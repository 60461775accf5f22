import { defineProvider } from '../../src/providers/provider.ts'
import { check, fetchReservations, innkeeperCredentials, innkeeperSettings } from './client.ts'
import { normalizeReservation } from './normalize.ts'
import { limits, simulateInnkeeper } from './simulator.ts'
import { wireReservation } from './wire.ts'

/** Innkeeper, a PMS that does not exist: bookings alone, over plain REST. See docs/adding-a-provider.md. */
export const innkeeper = defineProvider({
  key: 'innkeeper',
  name: 'Innkeeper',
  credentials: innkeeperCredentials,
  settings: innkeeperSettings,
  limits,
  check,
  fetch: { bookings: fetchReservations },
  normalize: { bookings: normalizeReservation },
  identify: { bookings: (raw) => wireReservation.pick({ id: true }).safeParse(raw).data?.id ?? null },
  simulate: simulateInnkeeper,
})
