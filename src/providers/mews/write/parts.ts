import { z } from 'zod'
import type { Outgoing, Refusal, Sent, WriteAction } from '../../write.ts'
import { readable } from '../catalog.ts'
import { enterprises } from '../client.ts'
import { RESOURCES, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'

/**
 * How long a request whose answer was lost is given to take effect. The vendor names no time; its own answer to what takes
 * too long is a 408.
 */
const SETTLE_MS = 60_000

export const base = { settleMs: SETTLE_MS, batch: 1 } as const

export function reading(
  read: (...args: [MewsContext, Parameters<WriteAction['read']>[1]]) => ReturnType<WriteAction['read']>,
) {
  return read as WriteAction['read']
}

/** One request a change. */
export function sending(send: (ctx: MewsContext, change: Outgoing) => Promise<Sent>): WriteAction['send'] {
  return async (ctx, changes) => {
    const sent = changes.map(async (change) => [change.id, await send(ctx as MewsContext, change)] as const)
    return new Map(await Promise.all(sent))
  }
}

export const unsupported = (message: string): Refusal => ({ code: 'UNSUPPORTED_CAPABILITY', message })

const named = z.object({ Id: z.string(), Name: z.string() })

/** Rooms that the hotel has now, by id. */
export async function readRooms(ctx: MewsContext, ids: readonly string[]) {
  const filter = { ...enterprises(ctx), Extent: { Resources: true, Inactive: false } }
  const rooms = readable(named, await readByIds(ctx, RESOURCES, 'ResourceIds', ids, filter))
  return new Map(rooms.map((room) => [room.Id, room]))
}
