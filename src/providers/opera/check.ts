import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { ProviderCheck } from '../provider.ts'
import { get, getOne, hotelPath } from './client.ts'
import type { OperaContext } from './settings.ts'

const named = z
  .object({
    reservations: z
      .object({ reservationInfo: z.array(z.object({ hotelName: z.string().nullish() })).nullish() })
      .nullish(),
  })
  .nullable()

/** Signing in and being allowed to read are separate, and each module is subscribed to by itself: all are tried. */
export async function check(ctx: OperaContext): Promise<ProviderCheck> {
  const hotel = hotelPath(ctx)
  const one = { limit: 1 }
  const found = await get(ctx, `/rsv/v1/${hotel}/reservations`, one, named)
  await get(ctx, `/rm/config/v1/${hotel}/rooms`, one, z.unknown())
  await get(ctx, `/hsk/v1/${hotel}/housekeepingOverview`, one, z.unknown())
  await get(ctx, '/crm/v1/profiles', { hotelId: ctx.hotel.externalHotelId, profileType: 'Guest', ...one }, z.unknown())
  const prices = await tell(ctx, `/rtp/v1/${hotel}/ratePlans`)
  const code = ctx.hotel.externalHotelId
  return {
    propertyName: found?.reservations?.reservationInfo?.[0]?.hotelName || null,
    steps: [
      { name: 'Sign in', detail: 'The gateway gave out a token.' },
      { name: 'Read reservations', detail: `The reservations of ${code} can be read.` },
      { name: 'Read rooms', detail: `The rooms of ${code} and its housekeeping overview can be read.` },
      { name: 'Read profiles', detail: 'Guest profiles can be read.' },
      { name: 'Read rate plans', detail: prices },
    ],
  }
}

/** A hotel may do without prices: that they cannot be read is said, and no reason not to connect. */
async function tell(ctx: OperaContext, path: string): Promise<string> {
  try {
    await getOne(ctx, path, { ratePlanCode: 'NONE' }, z.unknown())
    return 'Rate plans can be read.'
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code !== 'PROVIDER_FORBIDDEN') throw error
    return `Not allowed, so that rate plans are left out: ${error.message}`
  }
}
