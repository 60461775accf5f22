import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { AccessToken } from '../transport/access-tokens.ts'
import type { HttpResponse } from '../transport/http.ts'
import { requestJson } from '../transport/rest.ts'
import { refusalOf } from './refusals.ts'
import type { CloudbedsContext, CloudbedsCredentials } from './settings.ts'

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().nullish(),
  refresh_token: z.string().min(1).nullish(),
})
const METHOD = 'access_token'

/**
 * A new access token for the stored refresh token, which the vendor may replace by another one. When another process
 * was faster and the vendor no longer knows ours, the one that it stored is tried.
 */
export async function renewToken(ctx: CloudbedsContext): Promise<AccessToken> {
  const used = await ctx.stored.latest()
  try {
    return await renewWith(ctx, used)
  } catch (error) {
    const current = await ctx.stored.latest()
    if (current.refreshToken === used.refreshToken) throw error
    return renewWith(ctx, current)
  }
}

async function renewWith(ctx: CloudbedsContext, used: CloudbedsCredentials): Promise<AccessToken> {
  const { access_token, expires_in, refresh_token } = await requestToken(ctx, used)
  if (refresh_token && refresh_token !== used.refreshToken) {
    await ctx.stored.replace(used, { ...used, refreshToken: refresh_token })
  }
  const expiresAt = expires_in == null ? null : new Date(ctx.clock.now().getTime() + expires_in * 1_000)
  return { value: access_token, expiresAt }
}

function requestToken({ http, settings }: CloudbedsContext, used: CloudbedsCredentials) {
  const { clientId, clientSecret, refreshToken: refresh_token } = used
  const request = {
    method: 'POST',
    baseUrl: settings.apiUrl,
    path: `/api/v1.3/${METHOD}`,
    form: { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, refresh_token },
    accept: [400],
    inspect: (response: HttpResponse) => (response.status === 400 ? refused() : refusalOf(METHOD)(response)),
  } as const
  return requestJson(http, request, tokenAnswer)
}

// We send nothing that could be wrong but the credentials.
const refused = () =>
  new PmsIntegrationError('PROVIDER_UNAUTHORIZED', 'The PMS refused the client or its refresh token.', {
    details: { status: 400 },
  })
