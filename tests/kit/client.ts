import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { Secret } from '../../src/platform/secret.ts'
import { PERMISSIONS, signToken } from '../../src/security/viewer.ts'

/** Signs the tokens of services that tests start as processes. */
export const JWT_SECRET = 'a secret that only the tests of this repository know'

/** A client of a service in another process: plain text in, plain JSON out. */
export interface Client {
  /** @throws Error with the answer when it has errors */
  send<T = Record<string, never>>(query: string, variables?: object): Promise<T>
  subscribe<T>(query: string, variables?: object): AsyncIterableIterator<T>
  close(): Promise<void>
}

/** A token of somebody who may do everything in these hotels. */
export function createTestToken(hotelIds: string[] = ['*']): Promise<string> {
  const tokens = { kind: 'secret', secret: new Secret(JWT_SECRET), issuer: null, audience: null } as const
  return signToken(tokens, { subject: 'tester', hotelIds, permissions: [...PERMISSIONS], expiresInSeconds: 3_600 })
}

export async function createTestClient(url: string, hotelIds: string[] = ['*']): Promise<Client> {
  const authorization = `Bearer ${await createTestToken(hotelIds)}`
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
  })
  return {
    async send<T>(query: string, variables: object = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await response.json()) as { data: T; errors?: unknown[] }
      if (errors !== undefined) throw new Error(JSON.stringify(errors))
      return data
    },
    async *subscribe<T>(query: string, variables: object = {}) {
      for await (const { data, errors } of socket.iterate<T>({ query, variables: { ...variables } })) {
        if (errors !== undefined) throw new Error(JSON.stringify(errors))
        if (data) yield data
      }
    },
    close: async () => socket.dispose(),
  }
}

const REGISTER = `mutation ($hotel: PmsHotelInput!, $configuration: PmsConfigurationInput!) {
  registerHotel(input: $hotel) { hotel { id } errors { code message field } }
  upsertConfiguration(input: $configuration) { configuration { id } errors { code message field } }
}`

/** A hotel at a simulator, the way an administrator makes one. */
export async function addHotel(
  client: Client,
  id: string,
  simulator: { credentials: object; settings: object; externalHotelId?: string | null },
  provider = 'mock',
  options: { syncSchedule?: string } = {},
): Promise<void> {
  const { credentials, settings, externalHotelId = null } = simulator
  const answer = await client.send<Record<string, { errors: unknown[] }>>(REGISTER, {
    hotel: { id, slug: id, name: id, timeZone: 'Europe/Lisbon', currency: 'EUR' },
    configuration: { hotelId: id, provider, credentials, settings, externalHotelId, ...options },
  })
  const errors = Object.values(answer).flatMap((payload) => payload.errors)
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
}

export interface Run {
  id: string
  status: string
  errorCode: string | null
  errorSummary: string | null
  itemsProcessed: number
  itemsCreated: number
  itemsUnchanged: number
  itemsFailed: number
}
export const RUN_FIELDS = 'id status errorCode errorSummary itemsProcessed itemsCreated itemsUnchanged itemsFailed'

/** Starts a sync; resolves when it is queued, or with `wait` when it has ended. */
export async function syncBookings(
  client: Client,
  input: { hotelId: string; wait?: boolean; full?: boolean },
): Promise<Run> {
  const { syncBookings: answer } = await client.send<{ syncBookings: { syncLog: Run | null; errors: unknown[] } }>(
    `mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { syncLog { ${RUN_FIELDS} } errors { code message } } }`,
    { input: { provider: 'mock', ...input } },
  )
  if (answer.syncLog === null) throw new Error(JSON.stringify(answer.errors))
  return answer.syncLog
}

export async function readRun(client: Client, id: string): Promise<Run> {
  const { syncLog } = await client.send<{ syncLog: Run }>(`query ($id: ID!) { syncLog(id: $id) { ${RUN_FIELDS} } }`, {
    id,
  })
  return syncLog
}
