import { defineProvider } from '../provider.ts'
import { check, fetchList, fetchReservation, fetchRoom, idOf, protelCredentials, protelSettings } from './client.ts'
import { limits } from './limits.ts'
import { normalizeBooking, normalizeRoom } from './normalize.ts'
import { simulateProtel } from './simulator.ts'
import { reservationIdOf } from './soap/reservation.ts'
import { webhook } from './webhook.ts'

/** protel through a connector gateway of our own contract, see the README: protel itself has no API to ask. */
export const protel = defineProvider({
  key: 'protel',
  name: 'protel (via connector)',
  credentials: protelCredentials,
  settings: protelSettings,
  limits,
  check,
  fetch: { bookings: fetchList('bookings'), rooms: fetchList('rooms') },
  fetchOne: { bookings: fetchReservation, rooms: fetchRoom },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom },
  identify: { bookings: (raw) => idOf(raw) ?? reservationIdOf(raw), rooms: idOf },
  webhook,
  simulate: simulateProtel,
})
