import type { FetchWindow } from '../provider.ts'
import { getMany, getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchRoomBlocks = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'roomBlocks', window)

export const fetchRoomBlock = (ctx: MockContext, id: string) => getOne(ctx, 'roomBlocks', id)

export const fetchRoomBlocksById = (ctx: MockContext, ids: readonly string[]) => getMany(ctx, 'roomBlocks', ids)
