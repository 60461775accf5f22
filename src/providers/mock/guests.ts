import type { FetchWindow } from '../provider.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchGuests = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'guests', window)

export const fetchGuest = (ctx: MockContext, id: string) => getOne(ctx, 'guests', id)
