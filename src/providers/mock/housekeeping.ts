import type { FetchWindow } from '../provider.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchHousekeeping = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'housekeeping', window)

export const fetchHousekeepingOf = (ctx: MockContext, id: string) => getOne(ctx, 'housekeeping', id)
