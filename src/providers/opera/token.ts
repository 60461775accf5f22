import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { AccessToken } from '../transport/access-tokens.ts'
import type { HttpResponse } from '../transport/http.ts'
import { requestJson } from '../transport/rest.ts'
import type { OperaContext } from './settings.ts'

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().nullish() })

/** There is no refresh token: a new one is asked for in the same way. */
export async function fetchToken({ http, credentials, settings, clock }: OperaContext): Promise<AccessToken> {
  const { clientId, clientSecret, appKey, enterpriseId } = credentials
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const request = {
    method: 'POST',
    baseUrl: settings.gatewayUrl,
    path: '/oauth/v1/tokens',
    // `x-enterpriseId`, as its siblings are called, is answered with 400.
    headers: { authorization: `Basic ${basic}`, 'x-app-key': appKey, enterpriseId },
    form: { grant_type: 'client_credentials', scope: settings.scope },
    accept: [400, 402],
    inspect: refusalOf,
  } as const
  const { access_token, expires_in } = await requestJson(http, request, tokenAnswer)
  const expiresAt = expires_in == null ? null : new Date(clock.now().getTime() + expires_in * 1_000)
  return { value: access_token, expiresAt }
}

const WRONG_CREDENTIALS = /invalid_(client|grant)|unauthorized_client/

/** A wrong secret is answered with 401, with 402 or with an OAuth error in a 400. */
function refusalOf({ status, body }: HttpResponse): Error | undefined {
  if (status !== 400 && status !== 402) return undefined
  const details = { status }
  if (status === 402 || WRONG_CREDENTIALS.test(body)) {
    return new PmsIntegrationError('PROVIDER_UNAUTHORIZED', 'The PMS refused the client id or secret.', { details })
  }
  const message = 'The PMS refused the token request; check the enterprise id and the scope.'
  return new PmsIntegrationError('PROVIDER_REJECTED', message, { details })
}
