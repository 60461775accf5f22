import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import type { DayRange, FetchedPage, FetchWindow } from '../provider.ts'
import { requestGraphql, requestPartialGraphql } from '../transport/graphql/graphql.ts'
import { relayPages } from '../transport/graphql/paging.ts'
import { limits } from './limits.ts'
import type { ProtelContext } from './settings.ts'

/** Sends an operation of the connector contract, about the hotel's property. */
export function request<T extends z.ZodType>(ctx: ProtelContext, document: string, variables: object, answer: T) {
  return requestGraphql(ctx.http, operation(ctx, document, variables), answer)
}

/** The same for what changes something: it leaves once. */
export function command<T extends z.ZodType>(ctx: ProtelContext, document: string, variables: object, answer: T) {
  return requestGraphql(ctx.http, { ...operation(ctx, document, variables), once: true }, answer)
}

/**
 * Walks a list of the connector: oldest change first, an item that changes meanwhile comes again at the end.
 * @param days for lists that are asked for by days instead of changes
 */
export function walkConnection(
  ctx: ProtelContext,
  field: string,
  document: string,
  { since, cursor, limit }: FetchWindow,
  days?: DayRange,
): AsyncGenerator<FetchedPage> {
  // "After this instant" in whole seconds, as messages are dated: a second earlier leaves nothing out.
  const updatedSince = since && new Date(since.getTime() - 1_000).toISOString()
  const first = Math.max(1, Math.min(limit ?? limits.pageSize, limits.pageSize))
  return relayPages({ cursor }, field, (after) =>
    requestPartialGraphql(
      ctx.http,
      operation(ctx, document, { ...(days ?? { updatedSince }), first, after }),
      z.unknown(),
    ),
  )
}

function operation({ hotel, settings, credentials }: ProtelContext, document: string, variables: object) {
  if (hotel.externalHotelId === null) throw badUserInput('externalHotelId', 'protel needs the id of the property.')
  return {
    url: settings.url,
    document,
    variables: { propertyId: hotel.externalHotelId, ...variables },
    headers: { authorization: `Bearer ${credentials.accessToken}` },
  }
}
