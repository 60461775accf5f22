import { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchWindow, ProviderCheck, ProviderContext } from '../provider.ts'
import { requestGraphql, requestPartialGraphql } from '../transport/graphql.ts'
import { relayPages } from '../transport/graphql-paging.ts'
import { limits } from './limits.ts'
import { PROPERTY, RESERVATION_BY_ID, RESERVATIONS, ROOMS } from './operations.ts'
import { wireProperty } from './wire.ts'

export const protelCredentials = z.object({
  accessToken: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .meta({ title: 'Access token', description: 'Of the connector gateway, for this hotel.', secret: true }),
})

export const protelSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ title: 'Connector URL', description: 'The GraphQL address of the protel connector gateway.' }),
  tentativeStatusCodes: z
    .string()
    .max(200)
    .default('')
    .meta({ title: 'Tentative status codes', description: 'Hotel’s own codes for options, such as “O, T”.' }),
  ioUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      title: 'protel I/O URL',
      description: 'Where answers to SOAP messages go, if protel I/O sends them here.',
    }),
})

type Context = ProviderContext<z.output<typeof protelCredentials>, z.output<typeof protelSettings>>

const LISTS = { bookings: ['reservations', RESERVATIONS], rooms: ['rooms', ROOMS] } as const

/** Walks a list of the connector: oldest change first, an item that changes meanwhile comes again at the end. */
export function fetchList(kind: keyof typeof LISTS) {
  const [field, document] = LISTS[kind]
  return (ctx: Context, { since, cursor, limit }: FetchWindow): AsyncGenerator<FetchedPage> => {
    // "After this instant" in whole seconds, as messages are dated: a second earlier leaves nothing out.
    const updatedSince = since && new Date(since.getTime() - 1_000).toISOString()
    const first = Math.max(1, Math.min(limit ?? limits.pageSize, limits.pageSize))
    return relayPages({ cursor }, field, (after) =>
      requestPartialGraphql(ctx.http, operation(ctx, document, { updatedSince, first, after }), z.unknown()),
    )
  }
}

/** @returns null when the connector does not know it */
export async function fetchReservation(ctx: Context, id: string): Promise<unknown | null> {
  try {
    const answer = z.object({ reservation: z.unknown() })
    return (await requestGraphql(ctx.http, operation(ctx, RESERVATION_BY_ID, { id }), answer)).reservation ?? null
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.details.vendorCode === 'NOT_FOUND') return null
    throw error
  }
}

/** The contract has no query for one room: a hotel's list of rooms is a few pages. */
export async function fetchRoom(ctx: Context, id: string): Promise<unknown | null> {
  const everything = { since: null, until: ctx.clock.now(), cursor: null, limit: null }
  for await (const { items } of fetchList('rooms')(ctx, everything)) {
    const found = items.find((room) => idOf(room) === id)
    if (found !== undefined) return found
  }
  return null
}

const identified = z.object({ id: z.string().min(1) })

export const idOf = (raw: unknown): string | null => identified.safeParse(raw).data?.id ?? null

export async function check(ctx: Context): Promise<ProviderCheck> {
  const { property } = await requestGraphql(ctx.http, operation(ctx, PROPERTY, {}), wireProperty)
  if (property === null) {
    throw new PmsIntegrationError('PROVIDER_FORBIDDEN', 'The connector does not know this property.')
  }
  const { name, timeZone, currency, capabilities } = property
  const [reads, readsRooms] = [capabilities.reservationRead, capabilities.roomStatusRead].map(yesOrNo)
  return {
    propertyName: name,
    steps: [
      { name: 'Read the property', detail: `${name}, ${timeZone}, ${currency}` },
      {
        name: 'Ask what it can do',
        detail: `${capabilities.flavour}: reservations ${reads}, room status ${readsRooms}`,
      },
    ],
  }
}

const yesOrNo = (can: boolean) => (can ? 'yes' : 'no')

function operation({ hotel, settings, credentials }: Context, document: string, variables: Record<string, unknown>) {
  if (hotel.externalHotelId === null) throw badUserInput('externalHotelId', 'protel needs the id of the property.')
  return {
    url: settings.url,
    document,
    variables: { propertyId: hotel.externalHotelId, ...variables },
    headers: { authorization: `Bearer ${credentials.accessToken}` },
  }
}
