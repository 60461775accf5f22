import { z } from 'zod'
import type { ProviderContext } from '../provider.ts'

const line = z.string().trim().max(4_000).default('')

export const cloudbedsCredentials = z
  .object({
    apiKey: line.meta({
      title: 'API key',
      description: 'From the property’s API credentials. Leave empty to connect with OAuth.',
      secret: true,
    }),
    clientId: line.meta({ title: 'OAuth client id', description: 'Only without an API key.' }),
    clientSecret: line.meta({ title: 'OAuth client secret', description: 'Goes with the client id.', secret: true }),
    refreshToken: line.meta({
      title: 'OAuth refresh token',
      description: 'As the vendor gave it out when the hotel approved the application.',
      secret: true,
      rotates: true,
    }),
  })
  .refine((given) => (usesOAuth(given) ? hasOAuth(given) : given.apiKey !== ''), {
    path: ['apiKey'],
    message: 'Either an API key is needed, or client id, client secret and refresh token.',
  })

export const cloudbedsSettings = z.object({
  apiUrl: z
    .url({ protocol: /^https?$/ })
    .default('https://api.cloudbeds.com')
    .meta({ title: 'API host', description: 'Only for properties that Cloudbeds serves from another host.' }),
})

export type CloudbedsCredentials = z.output<typeof cloudbedsCredentials>
export type CloudbedsContext = ProviderContext<CloudbedsCredentials, z.output<typeof cloudbedsSettings>>

interface OAuthFields {
  readonly clientId?: string
  readonly clientSecret?: string
  readonly refreshToken?: string
}

const partsOf = ({ clientId, clientSecret, refreshToken }: OAuthFields) => [clientId, clientSecret, refreshToken]

/** Whoever fills in a part of OAuth means OAuth. */
export const usesOAuth = (given: OAuthFields): boolean => partsOf(given).some(Boolean)

const hasOAuth = (given: OAuthFields): boolean => partsOf(given).every(Boolean)
