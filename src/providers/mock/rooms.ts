import type { FetchWindow } from '../provider.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchRooms = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'rooms', window)

export const fetchRoom = (ctx: MockContext, id: string) => getOne(ctx, 'rooms', id)
