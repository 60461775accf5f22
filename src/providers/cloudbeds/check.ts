import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { ProviderCheck } from '../provider.ts'
import { readReservations } from './bookings.ts'
import { get, propertyOf } from './client.ts'
import { listGuests } from './guests.ts'
import { fetchHousekeepingOfRooms } from './housekeeping.ts'
import { readPlans } from './rate-plans.ts'
import { listRooms } from './rooms.ts'
import type { CloudbedsContext } from './settings.ts'

const hotels = z.object({
  data: z
    .array(z.object({ propertyID: z.string(), propertyName: z.string(), propertyTimezone: z.string().nullish() }))
    .nullish(),
})

/** Each method needs a scope of its own, so every list that is synced is tried. */
export async function check(ctx: CloudbedsContext): Promise<ProviderCheck> {
  const id = propertyOf(ctx)
  const { data } = await get(ctx, 'getHotels', { propertyIDs: id }, hotels)
  const property = data?.find(({ propertyID }) => propertyID === id)
  if (property === undefined) {
    throw new PmsIntegrationError('PROVIDER_FORBIDDEN', 'The PMS does not show this property to these credentials.')
  }
  await readReservations(ctx, { pageNumber: 1, pageSize: 1 })
  await listRooms(ctx).read(0, 1)
  await fetchHousekeepingOfRooms(ctx, [])
  await listGuests(ctx, {}).read(0, 1)
  await readPlans(ctx, {})
  const { propertyName, propertyTimezone } = property
  return {
    propertyName,
    propertyTimeZone: propertyTimezone || null,
    steps: [
      { name: 'Read the property', detail: [propertyName, propertyTimezone].filter(Boolean).join(', ') },
      { name: 'Read reservations', detail: 'Reservations can be read.' },
      { name: 'Read rooms', detail: 'Rooms, housekeeping and room blocks can be read.' },
      { name: 'Read guests', detail: 'Guests can be read.' },
      { name: 'Read rates', detail: 'Rate plans can be read.' },
    ],
  }
}
