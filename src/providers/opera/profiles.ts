import { z } from 'zod'
import type { Query } from '../transport/rest.ts'
import { get, getOne } from './gateway.ts'
import { profileIdOf } from './identify.ts'
import { ID_BATCH } from './limits.ts'
import { envelope, type ListRows } from './paging.ts'
import type { OperaContext } from './settings.ts'

const list = z.object({ profileInfo: z.array(z.unknown()).nullish(), ...envelope }).nullish()
/** Older releases call the list `profiles`. */
const searchAnswer = z.object({ profileSummaries: list, profiles: list }).nullable()
const detailAnswer = z.record(z.string(), z.unknown()).nullable()

const DETAILS = ['Profile', 'Address', 'Communication', 'Membership']

export function searchGuests(ctx: OperaContext, offset: number, limit: number): Promise<ListRows> {
  return search(ctx, { hotelId: ctx.hotel.externalHotelId, profileType: 'Guest', limit, offset })
}

/** Profiles by id, like {@link readReservations}. */
export async function readProfiles(ctx: OperaContext, ids: readonly string[]): Promise<unknown[]> {
  const items: unknown[] = []
  for (let i = 0; i < ids.length; i += ID_BATCH) items.push(...(await readBatch(ctx, ids.slice(i, i + ID_BATCH))))
  return items
}

async function readBatch(ctx: OperaContext, ids: readonly string[]): Promise<unknown[]> {
  const { rows } = await search(ctx, { profileIds: ids, limit: ID_BATCH })
  const found = new Map(rows.map((row) => [profileIdOf(row), row]))
  const items: unknown[] = []
  for (const id of ids) {
    const item = found.get(id) ?? (await readDetail(ctx, id))
    if (item !== null) items.push(item)
  }
  return items
}

async function search(ctx: OperaContext, query: Query): Promise<ListRows> {
  const answer = await get(ctx, '/crm/v1/profiles', { ...query, fetchInstructions: DETAILS }, searchAnswer)
  const { profileInfo, ...page } = answer?.profileSummaries ?? answer?.profiles ?? {}
  return { ...page, rows: profileInfo ?? [] }
}

async function readDetail(ctx: OperaContext, id: string): Promise<unknown | null> {
  const path = `/crm/v1/profiles/${encodeURIComponent(id)}`
  return getOne(ctx, path, { fetchInstructions: DETAILS }, detailAnswer)
}
