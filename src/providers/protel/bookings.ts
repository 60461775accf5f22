import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchWindow } from '../provider.ts'
import { request, walkConnection } from './client.ts'
import { RESERVATION_BY_ID, RESERVATIONS } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'

export const fetchBookings = (ctx: ProtelContext, window: FetchWindow) =>
  walkConnection(ctx, 'reservations', RESERVATIONS, window)

const answer = z.object({ reservation: z.unknown() })

/** @returns null when the connector does not know it */
export async function fetchBooking(ctx: ProtelContext, id: string): Promise<unknown | null> {
  try {
    return (await request(ctx, RESERVATION_BY_ID, { id }, answer)).reservation ?? null
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.details.vendorCode === 'NOT_FOUND') return null
    throw error
  }
}
