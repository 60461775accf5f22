import { z } from 'zod'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { FetchedPage, FetchWindow, ProviderCheck, ProviderContext } from '../../src/providers/provider.ts'
import type { HttpResponse } from '../../src/providers/transport/http.ts'
import { type Query, requestJson } from '../../src/providers/transport/rest.ts'
import { wireHouse, wirePage } from './wire.ts'

const PAGE_SIZE = 100

export const innkeeperCredentials = z.object({
  key: z
    .string()
    .trim()
    .min(1)
    .meta({ title: 'Access key', description: 'From Innkeeper, Settings, API.', secret: true }),
})
export const innkeeperSettings = z.object({
  baseUrl: z.url().default('https://api.innkeeper.example').meta({ title: 'Base URL', description: 'Leave as it is.' }),
})

type Context = ProviderContext<z.output<typeof innkeeperCredentials>, z.output<typeof innkeeperSettings>>

export async function check(ctx: Context): Promise<ProviderCheck> {
  const { house } = await get(ctx, '/house', {}, wireHouse)
  return { propertyName: house, steps: [{ name: 'Read the house', detail: house }] }
}

/** Innkeeper lists in the order of changes; `next` stays good while items change. */
export async function* fetchReservations(ctx: Context, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const { since, until } = window
  // A full walk has no upper end: what is edited meanwhile moves there and must still be seen.
  const bounds = since === null ? {} : { since, until }
  const size = Math.min(window.limit ?? PAGE_SIZE, PAGE_SIZE)
  let { cursor } = window
  do {
    const { reservations, next, total } = await get(ctx, '/reservations', { ...bounds, after: cursor, size }, wirePage)
    cursor = next
    yield { items: reservations, cursor, total }
  } while (cursor !== null)
}

function get<T extends z.ZodType>(ctx: Context, path: string, query: Query, schema: T): Promise<z.output<T>> {
  const { credentials, settings, http } = ctx
  const headers = { 'x-innkeeper-key': credentials.key }
  const request = { method: 'GET', baseUrl: settings.baseUrl, path, query, headers, accept: [410] } as const
  return requestJson(http, { ...request, inspect: forgottenPage }, schema)
}

/** 410 is how Innkeeper says that it no longer knows `after`; the engine then begins the walk again. */
function forgottenPage({ status }: HttpResponse): Error | undefined {
  if (status !== 410) return undefined
  return new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'Innkeeper no longer knows this page.')
}
