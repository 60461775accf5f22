import { z } from 'zod'
import type { Query } from '../../transport/rest.ts'
import { getOne, search } from '../client.ts'
import { guestIdOf } from '../ids.ts'
import { ID_BATCH } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import { envelope } from '../wire.ts'
import { type FoundById, findByIds } from './by-id.ts'
import { type OperaPage, pageOf } from './list-page.ts'

const list = z.object({ profileInfo: z.array(z.unknown()).nullish(), ...envelope.shape }).nullish()
/** Older releases call the list `profiles`. */
const searchAnswer = z.object({ profileSummaries: list, profiles: list }).nullable()
const detailAnswer = z.record(z.string(), z.unknown()).nullable()

const DETAILS = ['Profile', 'Address', 'Communication', 'Membership']

export function searchGuests(ctx: OperaContext, offset: number, limit: number): Promise<OperaPage> {
  return searchRows(ctx, { hotelId: ctx.hotel.externalHotelId, profileType: ['Guest'], offset }, limit)
}

/** Profiles by id. */
export const findProfiles = (ctx: OperaContext, ids: readonly string[]): Promise<FoundById> =>
  findByIds(
    {
      search: async (batch) => (await searchRows(ctx, { profileIds: batch }, ID_BATCH)).rows,
      identify: guestIdOf,
      readOne: (id) => readDetail(ctx, id),
    },
    ids,
  )

async function searchRows(ctx: OperaContext, criteria: Query, limit: number): Promise<OperaPage> {
  const answer = await search(ctx, '/crm/v1/profiles', { ...criteria, limit, fetchInstructions: DETAILS }, searchAnswer)
  const { profileInfo, ...said } = answer?.profileSummaries ?? answer?.profiles ?? {}
  return pageOf(profileInfo, limit, said)
}

async function readDetail(ctx: OperaContext, id: string): Promise<unknown | null> {
  const path = `/crm/v1/profiles/${encodeURIComponent(id)}`
  return getOne(ctx, path, { fetchInstructions: DETAILS }, detailAnswer)
}
