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

/**
 * Of operations that take a list, and where a second arrival does no harm: what is refused for one of them may have been
 * done for others. The vendor takes up to a thousand; tasks a hundred.
 */
export const together = { ...base, batch: 100, readsAtOnce: 100 } as const

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

/** One request for all of them. */
export function sendingTogether(
  send: (ctx: MewsContext, changes: readonly Outgoing[], options: Outgoing['options']) => Promise<Sent>,
): WriteAction['send'] {
  return async (ctx, changes) => {
    const [first] = changes
    return first === undefined ? new Map() : ofEach(changes, await send(ctx as MewsContext, changes, first.options))
  }
}

/** The vendor has one answer for all, which tells of none of them unless it is yes. */
export function ofEach(changes: readonly Outgoing[], answer: Sent): ReadonlyMap<string, Sent> {
  const each: Sent = changes.length === 1 || answer.kind === 'DONE' ? answer : { kind: 'ALONE' }
  return new Map(changes.map(({ id }) => [id, each]))
}

export const unsupported = (message: string): Refusal => ({ code: 'UNSUPPORTED_CAPABILITY', message })

const named = z.object({ Id: z.string(), Name: z.string() })

/** Rooms that the hotel has now, by id. */
export async function readRooms(ctx: MewsContext, ids: readonly string[]) {
  const filter = { ...enterprises(ctx), Extent: { Resources: true, Inactive: false } }
  const rooms = readable(named, await readByIds(ctx, RESOURCES, 'ResourceIds', ids, filter))
  return new Map(rooms.map((room) => [room.Id, room]))
}
