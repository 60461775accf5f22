import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { FetchedPage, FetchKind, FetchWindow } from '../provider.ts'
import { unknownCursor } from '../transport/cursor.ts'
import type { HttpResponse } from '../transport/http.ts'
import { type Query, readJson, requestJson, restRequest } from '../transport/rest.ts'
import { walkByCursor } from '../transport/walk.ts'
import { limits, MOST_IDS } from './limits.ts'
import type { MockContext } from './settings.ts'
import { wireError, wireNotes, wirePage } from './wire.ts'

export function get<T extends z.ZodType>(ctx: MockContext, path: string, query: Query, schema: T) {
  return requestJson(ctx.http, { ...requestOf(ctx, path), query }, schema)
}

/** Walks a list in the order of its changes. The vendor's cursor stays valid while items change. */
export function walkChanges(ctx: MockContext, kind: FetchKind, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const { since, until } = window
  // Without an upper bound for a full walk: an item that is edited meanwhile moves to its end and is still seen.
  const bounds = since === null ? {} : { updated_since: since, updated_until: until }
  const limit = Math.min(ctx.settings.pageSize, window.limit ?? limits.pageSize)
  return walkByCursor(window.cursor, async (cursor) => {
    const { data, next_cursor, total } = await get(ctx, `/v1/${kind}`, { ...bounds, cursor, limit }, wirePage)
    return { items: data, next: next_cursor, total }
  })
}

/** One item; null when the vendor does not have it. */
export async function getOne(ctx: MockContext, kind: FetchKind, externalId: string): Promise<unknown | null> {
  const request = requestOf(ctx, `/v1/${kind}/${encodeURIComponent(externalId)}`)
  const response = await ctx.http.send(restRequest({ ...request, accept: [400, 404] }))
  return response.status === 404 ? null : readJson(response, z.unknown())
}

/** Items by id, as they come; those that the vendor does not have are left out. */
export async function getMany(ctx: MockContext, kind: FetchKind, externalIds: readonly string[]): Promise<unknown[]> {
  const items: unknown[] = []
  for (let at = 0; at < externalIds.length; at += MOST_IDS) {
    const ids = externalIds
      .slice(at, at + MOST_IDS)
      .map(encodeURIComponent)
      .join(',')
    items.push(...(await get(ctx, `/v1/${kind}`, { ids }, wirePage)).data)
  }
  return items
}

/** Things that a change is about: one as it always was, several at once. */
export async function getEach(
  ctx: MockContext,
  kind: FetchKind,
  targets: readonly { readonly externalId: string }[],
): Promise<readonly unknown[]> {
  const ids = targets.map(({ externalId }) => externalId)
  const [only] = ids
  if (only === undefined || ids.length > 1) return getMany(ctx, kind, ids)
  const item = await getOne(ctx, kind, only)
  return item === null ? [] : [item]
}

/** The notes of a booking; none of one that the vendor does not have. */
export async function getNotes(ctx: MockContext, bookingId: string) {
  const request = requestOf(ctx, `/v1/bookings/${encodeURIComponent(bookingId)}/notes`)
  const response = await ctx.http.send(restRequest({ ...request, accept: [400, 404] }))
  return response.status === 404 ? [] : readJson(response, wireNotes).data
}

/** Blocks or requests of a room; none of one that the vendor does not have. */
export async function getOfRoom(ctx: MockContext, roomId: string, list: 'blocks' | 'requests'): Promise<unknown[]> {
  const request = requestOf(ctx, `/v1/rooms/${encodeURIComponent(roomId)}/${list}`)
  const response = await ctx.http.send(restRequest({ ...request, accept: [400, 404] }))
  return response.status === 404 ? [] : readJson(response, wirePage).data
}

function requestOf(ctx: MockContext, path: string) {
  return {
    method: 'GET',
    baseUrl: ctx.settings.baseUrl,
    path,
    headers: { authorization: `Bearer ${ctx.credentials.apiKey}` },
    accept: [400],
    inspect: refusalOf,
  } as const
}

/** The vendor answers 400 for everything that it does not understand, a forgotten cursor included. */
function refusalOf({ status, body }: HttpResponse): Error | undefined {
  const code = errorCodeOf(body)
  // Any other 404 is not the vendor's word on an item: nothing may be deleted for a wrong address.
  const isAnswer = status < 400 || (status === 404 && code === 'not_found')
  if (isAnswer) return undefined
  return code === 'invalid_cursor'
    ? unknownCursor()
    : new PmsIntegrationError('PROVIDER_REJECTED', `The PMS refused the request (${code}).`, { details: { status } })
}

function errorCodeOf(body: string): string {
  try {
    return wireError.parse(JSON.parse(body)).error.code
  } catch {
    return 'unknown'
  }
}

/** Days of a window that names none. */
const DAYS = 365

/** Walks a calendar, which has no modification times: all of its days are read. */
export function walkDays(
  ctx: MockContext,
  kind: 'rates' | 'availability',
  window: FetchWindow,
): AsyncGenerator<FetchedPage> {
  const today = dayNumberIn(ctx.hotel.timeZone, window.until)
  const { from, to } = window.range ?? { from: dayOf(today), to: dayOf(today + DAYS - 1) }
  return walkByCursor(window.cursor, async (cursor) => {
    const { data, next_cursor, total } = await get(ctx, `/v1/${kind}`, { from, to, cursor }, wirePage)
    return { items: data, next: next_cursor, total }
  })
}
