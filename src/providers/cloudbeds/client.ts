import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import type { HttpResponse } from '../transport/http.ts'
import { type Query, type RestRequest, readJson, restRequest } from '../transport/rest.ts'
import { refusalOf } from './refusals.ts'
import { type CloudbedsContext, usesOAuth } from './settings.ts'
import { renewToken } from './token.ts'

/** What is no plain refusal must be a plain success: a list that is missing from a strange answer is not an empty one. */
const success = z.object({ success: z.union([z.literal(true), z.literal('true')]) })

/** Calls a method that reads. Anything but `success` is an error, whatever the status says. */
export async function get<T extends z.ZodType>(
  ctx: CloudbedsContext,
  method: string,
  query: Query,
  schema: T,
): Promise<z.output<T>> {
  return readJson(await send(ctx, method, { method: 'GET', query, inspect: refusalOf(method) }), success.and(schema))
}

/** `success` is a text in some of the vendor's answers. */
const verdict = z.object({
  success: z.union([z.boolean(), z.stringbool()]),
  message: z.string().nullish().catch(null),
})

/**
 * Calls a method that changes something, once. A refusal is an answer; what is no more than a missing right, or too many
 * requests, is thrown as for methods that read.
 */
export async function command(
  ctx: CloudbedsContext,
  httpMethod: 'POST' | 'PUT',
  method: string,
  form: Query,
): Promise<z.output<typeof verdict>> {
  const refusal = refusalOf(method)
  const inspect = (response: HttpResponse) => {
    const error = refusal(response)
    return error?.code === 'PROVIDER_REJECTED' ? undefined : error
  }
  const request = { method: httpMethod, form: { propertyID: propertyOf(ctx), ...form }, inspect, once: true }
  return readJson(await send(ctx, method, request), verdict)
}

function send(
  ctx: CloudbedsContext,
  method: string,
  request: Omit<RestRequest, 'baseUrl' | 'path' | 'headers'>,
): Promise<HttpResponse> {
  const property = propertyOf(ctx)
  const sendWith = (authorization: Readonly<Record<string, string>>) =>
    ctx.http.send(
      restRequest({
        ...request,
        baseUrl: ctx.settings.apiUrl,
        path: `/api/v1.3/${method}`,
        headers: { 'x-property-id': property, ...authorization },
      }),
    )
  if (!usesOAuth(ctx.credentials)) return sendWith({ 'x-api-key': ctx.credentials.apiKey })
  return ctx.tokens.use(
    () => renewToken(ctx),
    (token) => sendWith({ authorization: `Bearer ${token}` }),
  )
}

/** The property, without which a key of several would bring them all. */
export function propertyOf({ hotel }: CloudbedsContext): string {
  if (hotel.externalHotelId !== null) return hotel.externalHotelId
  throw badUserInput('externalHotelId', 'Cloudbeds needs the id of the property.')
}

/** `2026-09-14 09:02:41`, the vendor's way to write a time. Sent in UTC. */
export const timeOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ')
