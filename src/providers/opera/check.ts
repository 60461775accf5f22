import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { ACTION_NAMES, type ActionName } from '../../records/changes/actions.ts'
import type { ProviderCheck } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { get, getOne, hotelPath } from './client.ts'
import type { OperaContext } from './settings.ts'
import { write } from './write/actions.ts'

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
  const prices = await tell(ctx, `/rtp/v1/${hotel}/ratePlans`, { ratePlanCode: 'NONE' }, 'rate plans')
  const frontDesk = await tell(ctx, `/fof/v1/${hotel}/rooms`, one, 'the front desk')
  const code = ctx.hotel.externalHotelId
  return {
    propertyName: found?.reservations?.reservationInfo?.[0]?.hotelName || null,
    steps: [
      { name: 'Sign in', detail: 'The gateway gave out a token.' },
      { name: 'Read reservations', detail: `The reservations of ${code} can be read.` },
      { name: 'Read rooms', detail: `The rooms of ${code} and its housekeeping overview can be read.` },
      { name: 'Read profiles', detail: 'Guest profiles can be read.' },
      { name: 'Read rate plans', detail: prices.detail },
      { name: 'Use the front desk', detail: frontDesk.detail },
    ],
    actions: actionsOf(ctx, frontDesk.isAllowed),
  }
}

const AT_FRONT_DESK: readonly ActionName[] = ['BOOKING_ROOM', 'BOOKING_CHECK_IN', 'BOOKING_UNDO_CHECK_IN']

/** What of the hotel's own set-up decides; what its OPERA Controls switch off only a request tells. */
function actionsOf({ settings }: OperaContext, hasFrontDesk: boolean): ActionName[] {
  const missing: ActionName[] = [
    ...(hasFrontDesk ? [] : AT_FRONT_DESK),
    ...(settings.cancelReasonCode === '' ? (['BOOKING_CANCEL'] as const) : []),
    ...(settings.cashierId === undefined ? (['BOOKING_CHECK_OUT'] as const) : []),
  ]
  return ACTION_NAMES.filter((name) => write[name] !== undefined && !missing.includes(name))
}

/** A hotel may do without it: that it cannot be used is said, and no reason not to connect. */
async function tell(ctx: OperaContext, path: string, query: Query, what: string) {
  try {
    await getOne(ctx, path, query, z.unknown())
    return { isAllowed: true, detail: `Allowed: ${what}.` }
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code !== 'PROVIDER_FORBIDDEN') throw error
    return { isAllowed: false, detail: `Left out, since it is not allowed: ${error.message}` }
  }
}
