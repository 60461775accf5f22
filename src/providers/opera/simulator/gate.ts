import type { Clock } from '../../provider.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ok, problem } from './answers.ts'
import { HOTEL } from './render.ts'

const TOKEN_SECONDS = 3_600

export interface Gate {
  /** Null lets the request through. */
  refuse(request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer | null
  /** Whether this is a token that was given out and has not ended. */
  isLive(authorization: unknown, clock: Clock): boolean
}

/** The gateway in front of the vendor's modules: gives out tokens and asks for them. */
export function createGate(): Gate {
  const tokens = new Map<string, number>()
  const giveToken = (request: SimulatorRequest, { credentials, clock }: SimulatedHotel): SimulatorAnswer => {
    const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')
    if (request.headers.authorization !== `Basic ${basic}`) return problem(401)
    if (request.headers.enterpriseid !== credentials.enterpriseId) return problem(400, 'Enterprise ID is required')
    if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') return problem(400)
    const access_token = `simulated.${tokens.size + 1}`
    tokens.set(access_token, clock.now().getTime() + TOKEN_SECONDS * 1_000)
    return ok({ access_token, expires_in: TOKEN_SECONDS, token_type: 'Bearer', oracle_tk_context: 'user_assertion' })
  }
  const isLive: Gate['isLive'] = (authorization, clock) =>
    (tokens.get(String(authorization).replace(/^Bearer /, '')) ?? 0) > clock.now().getTime()

  const refuse: Gate['refuse'] = (request, hotel) => {
    const { headers, method, path } = request
    if (headers['x-app-key'] !== hotel.credentials.appKey) return problem(401)
    if (method === 'POST' && path === '/oauth/v1/tokens') return giveToken(request, hotel)
    if (!isLive(headers.authorization, hotel.clock)) return problem(401)
    const [, code = HOTEL.hotelId] = /\/hotels\/([^/]+)\//.exec(path) ?? []
    const isOurs = headers['x-hotelid'] === HOTEL.hotelId && code === HOTEL.hotelId
    return isOurs ? null : problem(403, 'OPERAWS-GEN01244')
  }
  return { refuse, isLive }
}
