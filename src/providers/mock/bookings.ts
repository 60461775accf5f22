import type { FetchWindow } from '../provider.ts'
import { getMany, getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchBookings = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'bookings', window)

export const fetchBooking = (ctx: MockContext, id: string) => getOne(ctx, 'bookings', id)

export const fetchBookingsById = (ctx: MockContext, ids: readonly string[]) => getMany(ctx, 'bookings', ids)
