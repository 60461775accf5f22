import type { Client } from '../../kit/client.ts'

export interface Endpoint {
  url: string
  key: string
  secret: string
}

/** A key and a secret for the hotel's endpoint, told this once. */
export async function rotate(client: Client, hotelId: string): Promise<Endpoint> {
  const { rotateWebhookSecret: endpoint } = await client.send<{ rotateWebhookSecret: Endpoint }>(
    `mutation ($input: PmsWebhookSecretInput!) { rotateWebhookSecret(input: $input) { url key secret } }`,
    { input: { hotelId, provider: 'mock' } },
  )
  return endpoint
}

/** How many events the hotel's inbox has in each state. */
export const statusCounts = async (client: Client, hotelId: string) => {
  const count = (status: string) =>
    `${status}: webhookEvents(hotelId: $hotelId, first: 0, filter: { status: [${status}] }) { totalCount }`
  const data = await client.send<Record<string, { totalCount: number }>>(
    `query ($hotelId: ID!) { ${['RECEIVED', 'PROCESSED', 'FAILED', 'DEAD'].map(count).join(' ')} }`,
    { hotelId },
  )
  return Object.fromEntries(Object.entries(data).map(([status, { totalCount }]) => [status, totalCount]))
}

/** The ids, as their sender gave them, of all that is in the hotel's inbox. */
export async function readEventIds(client: Client, hotelId: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let after: string | null = null
  do {
    const answer: { webhookEvents: { nodes: { eventId: string }[]; pageInfo: { endCursor: string | null } } } =
      await client.send(
        `query ($hotelId: ID!, $after: String) {
           webhookEvents(hotelId: $hotelId, first: 200, after: $after) { nodes { eventId } pageInfo { endCursor } }
         }`,
        { hotelId, after },
      )
    for (const { eventId } of answer.webhookEvents.nodes) ids.add(eventId)
    after = answer.webhookEvents.pageInfo.endCursor
  } while (after !== null)
  return ids
}
