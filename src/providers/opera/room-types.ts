import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { readAll, walkList } from '../transport/moving-list.ts'
import type { Query } from '../transport/rest.ts'
import { get, hotelPath } from './client.ts'
import { roomTypeIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { pageOf } from './operations/list-page.ts'
import type { OperaContext } from './settings.ts'
import { envelope } from './wire.ts'

const list = z.array(z.unknown()).nullish()
const answer = z
  .object({
    roomTypes: z.array(z.object({ roomType: list })).nullish(),
    // In place of the above where the vendor sends summaries whatever was asked for.
    roomTypesSummary: z.array(z.object({ roomTypeSummary: list })).nullish(),
    ...envelope.shape,
  })
  .nullable()

/** Walks through the room types, all of them each time; those no longer in use too, since bookings name them. */
export function fetchRoomTypes(ctx: OperaContext, window: FetchWindow) {
  const read = (offset: number, limit: number) => readRoomTypes(ctx, { offset }, limit)
  return walkList({ pageSize: limits.pageSize, read }, window)
}

export async function fetchRoomType(ctx: OperaContext, id: string): Promise<unknown | null> {
  const { rows } = await readRoomTypes(ctx, { roomTypeCodes: [id] }, limits.pageSize)
  return rows.find((type) => roomTypeIdOf(type) === id) ?? null
}

export function allRoomTypes(ctx: OperaContext): Promise<unknown[]> {
  const read = (offset: number, limit: number) => readRoomTypes(ctx, { offset }, limit)
  return readAll({ pageSize: limits.pageSize, read })
}

async function readRoomTypes(ctx: OperaContext, asked: Query, limit: number) {
  const query = { ...asked, limit, summaryInfo: false, includeInactive: true }
  const { roomTypes, roomTypesSummary, ...said } =
    (await get(ctx, `/rm/config/v1/${hotelPath(ctx)}/roomTypes`, query, answer)) ?? {}
  const full = roomTypes?.flatMap(({ roomType }) => roomType ?? []) ?? []
  const summary = roomTypesSummary?.flatMap(({ roomTypeSummary }) => roomTypeSummary ?? []) ?? []
  return pageOf(full.length > 0 ? full : summary, limit, said)
}
