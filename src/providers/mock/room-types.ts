import type { FetchWindow } from '../provider.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchRoomTypes = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'roomTypes', window)

export const fetchRoomType = (ctx: MockContext, id: string) => getOne(ctx, 'roomTypes', id)
