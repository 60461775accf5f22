import { z } from 'zod'
import { defineProvider } from '../provider.ts'
import { check, fetchItem, fetchList, mockCredentials, mockSettings } from './client.ts'
import { limits } from './limits.ts'
import { normalizeBooking, normalizeGuest, normalizeRoom } from './normalize.ts'
import { simulateMock } from './simulator.ts'
import { webhook } from './webhook.ts'

/** The provider for demos and tests. Its vendor is its simulator. */
export const mock = defineProvider({
  key: 'mock',
  name: 'Mock PMS',
  credentials: mockCredentials,
  settings: mockSettings,
  limits,
  check,
  fetch: { bookings: fetchList('bookings'), rooms: fetchList('rooms'), guests: fetchList('guests') },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: idOf, rooms: idOf, guests: idOf },
  fetchOne: { bookings: fetchItem('bookings'), rooms: fetchItem('rooms'), guests: fetchItem('guests') },
  webhook,
  simulate: simulateMock,
})

const identified = z.object({ id: z.string().min(1) })

function idOf(raw: unknown): string | null {
  return identified.safeParse(raw).data?.id ?? null
}
