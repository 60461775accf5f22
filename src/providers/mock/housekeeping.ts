import type { FetchWindow } from '../provider.ts'
import { getMany, getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchHousekeeping = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'housekeeping', window)

export const fetchHousekeepingOf = (ctx: MockContext, id: string) => getOne(ctx, 'housekeeping', id)

export const fetchHousekeepingOfRooms = (ctx: MockContext, ids: readonly string[]) => getMany(ctx, 'housekeeping', ids)
