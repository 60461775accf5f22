import { createHttpServer } from '../../src/http/server.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { Secret } from '../../src/platform/secret.ts'
import { createAuthenticator, signToken } from '../../src/security/viewer.ts'
import type { ServiceParts } from '../../src/services.ts'
import { createTestServices } from '../../tests/kit/services.ts'

const tokens = { kind: 'secret', secret: new Secret('b'.repeat(64)), issuer: null, audience: null } as const

/** The bearer token of a viewer of this hotel alone, who is shown guests in full, as the peers show them to anybody. */
export async function authorize(hotelId: string, subject = 'bench'): Promise<string> {
  const viewer = {
    subject,
    hotelIds: [hotelId],
    permissions: ['ADMIN_VIEW', 'ADMIN_EDIT'],
    expiresInSeconds: 3_600,
  } as const
  return `Bearer ${await signToken(tokens, viewer)}`
}

/** The whole HTTP server as in production, with a rate limit that is never reached. */
export async function startOurs(database: Database, replaced: Partial<ServiceParts> = {}): Promise<string> {
  const http = { host: '127.0.0.1', port: 0, publicUrl: null }
  const server = await createHttpServer({
    ...createTestServices(database, replaced),
    config: {
      environment: 'production',
      metricsToken: null,
      risks: [],
      requestsPerMinute: 10_000_000,
      trustedDocuments: null,
      subscriptionCallbackUrls: [],
      http,
    },
    dashboard: null,
    database,
    authenticator: createAuthenticator(tokens),
    cursorSecret: 'cursors of the bench',
    hostAheadMs: () => 0,
    queueProblem: () => null,
    works: false,
  })
  return `${(await server.listen()).url}/graphql`
}
