import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import { type Query, requestJson } from '../transport/rest.ts'
import { refusalOf } from './refusals.ts'
import { type CloudbedsContext, usesOAuth } from './settings.ts'
import { renewToken } from './token.ts'

/** What is no plain refusal must be a plain success: a list that is missing from a strange answer is not an empty one. */
const success = z.object({ success: z.union([z.literal(true), z.literal('true')]) })

/** Calls a method that reads. Anything but `success` is an error, whatever the status says. */
export function get<T extends z.ZodType>(
  ctx: CloudbedsContext,
  method: string,
  query: Query,
  schema: T,
): Promise<z.output<T>> {
  const property = propertyOf(ctx)
  const send = (authorization: Readonly<Record<string, string>>) =>
    requestJson(
      ctx.http,
      {
        method: 'GET',
        baseUrl: ctx.settings.apiUrl,
        path: `/api/v1.3/${method}`,
        query,
        headers: { 'x-property-id': property, ...authorization },
        inspect: refusalOf(method),
      },
      success.and(schema),
    )
  if (!usesOAuth(ctx.credentials)) return send({ 'x-api-key': ctx.credentials.apiKey })
  return ctx.tokens.use(
    () => renewToken(ctx),
    (token) => send({ authorization: `Bearer ${token}` }),
  )
}

/** The property, without which a key of several would bring them all. */
export function propertyOf({ hotel }: CloudbedsContext): string {
  if (hotel.externalHotelId !== null) return hotel.externalHotelId
  throw badUserInput('externalHotelId', 'Cloudbeds needs the id of the property.')
}

/** `2026-09-14 09:02:41`, the vendor's way to write a time. Sent in UTC. */
export const timeOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ')
