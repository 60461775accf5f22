import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { answer, failure, refusal } from './answers.ts'
import { PROPERTY } from './render.ts'

const TOKEN_SECONDS = 28_800

/** What an application with OAuth knows instead of the key. */
export const oauthOf = (apiKey: string) => ({
  clientId: 'simulator',
  clientSecret: `${apiKey}-secret`,
  refreshToken: `${apiKey}-refresh`,
})

/** Asks for a key or a token, and gives tokens out. Null lets the request through. */
export function createGate() {
  const tokens = new Map<string, number>()
  let renewals = 0
  /** Good for one use, as the strictest reading of the vendor has it. */
  const nextRefreshToken = (first: string) => (renewals === 0 ? first : `${first}-${renewals}`)
  const giveToken = ({ body }: SimulatorRequest, { credentials, clock }: SimulatedHotel): SimulatorAnswer => {
    const form = new URLSearchParams(body)
    const { clientId, clientSecret, refreshToken } = oauthOf(String(credentials.apiKey))
    const isRefresh =
      form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === nextRefreshToken(refreshToken)
    if (!isRefresh || form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      return failure(401)
    }
    renewals += 1
    const access_token = `simulated.${tokens.size + 1}`
    tokens.set(access_token, clock.now().getTime() + TOKEN_SECONDS * 1_000)
    const resources = [{ type: 'property', id: PROPERTY }]
    return answer(200, {
      access_token,
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      refresh_token: nextRefreshToken(refreshToken),
      resources,
    })
  }
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer | null => {
    const { method, path, headers, query, body } = request
    if (method === 'POST' && path.endsWith('/access_token')) return giveToken(request, hotel)
    const token = String(headers.authorization).replace(/^Bearer /, '')
    const hasToken = (tokens.get(token) ?? 0) > hotel.clock.now().getTime()
    if (!hasToken && headers['x-api-key'] !== hotel.credentials.apiKey) return failure(401)
    const given = method === 'GET' ? query : new URLSearchParams(body)
    const asked = given.get('propertyID') ?? given.get('propertyIDs')
    if (asked === null || headers['x-property-id'] !== asked) return refusal('Please specify "propertyID" parameter')
    return asked === PROPERTY ? null : refusal('You have no access permission for this property')
  }
}
