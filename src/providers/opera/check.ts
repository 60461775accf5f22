import { z } from 'zod'
import type { ProviderCheck } from '../provider.ts'
import { get, hotelPath } from './client.ts'
import type { OperaContext } from './settings.ts'

const named = z
  .object({
    reservations: z
      .object({ reservationInfo: z.array(z.object({ hotelName: z.string().nullish() })).nullish() })
      .nullish(),
  })
  .nullable()

/** Signing in and being allowed to read are separate, and each module is subscribed to by itself: all three are tried. */
export async function check(ctx: OperaContext): Promise<ProviderCheck> {
  const hotel = hotelPath(ctx)
  const one = { limit: 1 }
  const found = await get(ctx, `/rsv/v1/${hotel}/reservations`, one, named)
  await get(ctx, `/hsk/v1/${hotel}/housekeepingOverview`, one, z.unknown())
  await get(ctx, '/crm/v1/profiles', { hotelId: ctx.hotel.externalHotelId, profileType: 'Guest', ...one }, z.unknown())
  const code = ctx.hotel.externalHotelId
  return {
    propertyName: found?.reservations?.reservationInfo?.[0]?.hotelName || null,
    steps: [
      { name: 'Sign in', detail: 'The gateway gave out a token.' },
      { name: 'Read reservations', detail: `The reservations of ${code} can be read.` },
      { name: 'Read rooms', detail: `The housekeeping overview of ${code} can be read.` },
      { name: 'Read profiles', detail: 'Guest profiles can be read.' },
    ],
  }
}
