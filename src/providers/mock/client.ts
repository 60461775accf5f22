import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchKind, FetchPages, ProviderCheck, ProviderContext } from '../provider.ts'
import type { HttpResponse } from '../transport/http.ts'
import { type Query, readJson, requestJson, restRequest } from '../transport/rest.ts'
import { limits } from './limits.ts'
import { wireError, wirePage, wireProperty } from './wire.ts'

export const mockCredentials = z.object({
  apiKey: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ title: 'API key', description: 'The simulator prints it when it starts.', secret: true }),
})

export const mockSettings = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).meta({ title: 'Base URL', description: 'Where the mock PMS listens.' }),
  pageSize: z
    .int()
    .min(1)
    .max(limits.pageSize)
    .default(limits.pageSize)
    .meta({ title: 'Page size', description: 'Smaller pages show more progress.' }),
})

type Context = ProviderContext<z.output<typeof mockCredentials>, z.output<typeof mockSettings>>

/** Walks a list in the order of its changes. The vendor's cursor stays valid while items change. */
export function fetchList(kind: FetchKind) {
  return async function* (ctx: Context, window: Parameters<FetchPages>[1]): AsyncGenerator<FetchedPage> {
    const { since, until } = window
    // Without an upper bound for a full walk: an item that is edited meanwhile moves to its end and is still seen.
    const bounds = since === null ? {} : { updated_since: since, updated_until: until }
    const limit = Math.min(ctx.settings.pageSize, window.limit ?? limits.pageSize)
    let { cursor } = window
    do {
      const { data, next_cursor, total } = await get(ctx, `/v1/${kind}`, { ...bounds, cursor, limit }, wirePage)
      cursor = next_cursor
      yield { items: data, cursor, ...(total !== undefined && { total }) }
    } while (cursor !== null)
  }
}

/** One item, for webhooks that only say what changed. */
export function fetchItem(kind: FetchKind) {
  return async (ctx: Context, externalId: string): Promise<unknown | null> => {
    const request = requestOf(ctx, `/v1/${kind}/${encodeURIComponent(externalId)}`)
    const response = await ctx.http.send(restRequest({ ...request, accept: [400, 404] }))
    return response.status === 404 ? null : readJson(response, z.unknown())
  }
}

export async function check(ctx: Context): Promise<ProviderCheck> {
  const property = await get(ctx, '/v1/property', {}, wireProperty)
  return {
    propertyName: property.name,
    steps: [{ name: 'Read the property', detail: `${property.name}, ${property.time_zone}, ${property.currency}` }],
  }
}

function get<T extends z.ZodType>(ctx: Context, path: string, query: Query, schema: T): Promise<z.output<T>> {
  return requestJson(ctx.http, { ...requestOf(ctx, path), query }, schema)
}

function requestOf(ctx: Context, path: string) {
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
    ? new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'The PMS no longer knows this cursor.')
    : new PmsIntegrationError('PROVIDER_REJECTED', `The PMS refused the request (${code}).`, { details: { status } })
}

function errorCodeOf(body: string): string {
  try {
    return wireError.parse(JSON.parse(body)).error.code
  } catch {
    return 'unknown'
  }
}
