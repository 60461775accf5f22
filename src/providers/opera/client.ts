import type { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { HttpResponse } from '../transport/http.ts'
import { type Query, type RestRequest, readJson, restRequest } from '../transport/rest.ts'
import type { OperaContext } from './settings.ts'
import { fetchToken } from './token.ts'

export type GatewayRequest = Omit<RestRequest, 'baseUrl' | 'headers' | 'inspect'>

/** Sends a request as the gateway wants it: token, application key and hotel in every call. */
export function send(ctx: OperaContext, request: GatewayRequest): Promise<HttpResponse> {
  const accept = [400, 403, ...(request.accept ?? [])]
  return exchange(ctx, { ...request, accept, inspect: refusalOf })
}

/** Sends what changes something. It leaves once, and what the vendor says against it is an answer: 400, 404, 405 and 409. */
export function sendCommand(ctx: OperaContext, request: GatewayRequest): Promise<HttpResponse> {
  const inspect = (response: HttpResponse) => (response.status === 403 ? refusalOf(response) : undefined)
  return exchange(ctx, { once: true, ...request, accept: [400, 403, 404, 405, 409], inspect })
}

function exchange(ctx: OperaContext, request: Omit<RestRequest, 'baseUrl' | 'headers'>): Promise<HttpResponse> {
  const { tokens, http, settings, credentials } = ctx
  const work = (token: string) =>
    http.send(
      restRequest({
        ...request,
        baseUrl: settings.gatewayUrl,
        headers: {
          ...{ authorization: `Bearer ${token}`, 'x-app-key': credentials.appKey, 'x-hotelid': hotelIdOf(ctx) },
          ...(request.method !== 'GET' && senderOf(ctx)),
        },
      }),
    )
  return tokens.use(() => fetchToken(ctx), work)
}

/** Events of what somebody has written do not come back to whoever says that it was them. */
const senderOf = ({ settings: { externalSystem } }: OperaContext) =>
  externalSystem === '' ? {} : { 'x-externalsystem': externalSystem }

/** Reads an answer against `schema`, which must allow null: an empty result is a 204 without a body. */
export async function get<T extends z.ZodType>(
  ctx: OperaContext,
  path: string,
  query: Query,
  schema: T,
): Promise<z.output<T>> {
  return readJson(await send(ctx, { method: 'GET', path, query }), schema)
}

/** Contexts whose gateway has searches only as lists. Each finds it out anew, for gateways are upgraded. */
const OLDER = new WeakSet<OperaContext>()

/**
 * Searches for rows. Since release 26.2 the criteria are a body, by the names of the query before, and the list that had
 * them there is deprecated; an older gateway does not know the search and has the list alone.
 * @param path of the list
 */
export async function search<T extends z.ZodType>(
  ctx: OperaContext,
  path: string,
  criteria: Query,
  schema: T,
): Promise<z.output<T>> {
  if (OLDER.has(ctx)) return get(ctx, path, criteria, schema)
  const answer = await send(ctx, { method: 'POST', path: `${path}/searches`, json: criteria, accept: [404, 405] })
  if (answer.status !== 404 && answer.status !== 405) return readJson(answer, schema)
  OLDER.add(ctx)
  return get(ctx, path, criteria, schema)
}

/** A single item, or null when the vendor does not have it. */
export async function getOne<T extends z.ZodType>(
  ctx: OperaContext,
  path: string,
  query: Query,
  schema: T,
): Promise<z.output<T> | null> {
  const answer = await send(ctx, { method: 'GET', path, query, accept: [404] })
  return answer.status === 404 ? null : readJson(answer, schema)
}

/** The vendor's hotel code as part of a path. */
export function hotelPath(ctx: OperaContext): string {
  return `hotels/${encodeURIComponent(hotelIdOf(ctx))}`
}

function hotelIdOf({ hotel }: OperaContext): string {
  if (hotel.externalHotelId !== null) return hotel.externalHotelId
  throw badUserInput('externalHotelId', 'OPERA Cloud needs the hotel code of the property.')
}

const ERROR_CODE = /"o:errorCode"\s*:\s*"([\w.-]{1,60})"/

/** Tells the vendor's error code and nothing else of the body, which may speak of guests. */
function refusalOf({ status, body }: HttpResponse): Error | undefined {
  if (status !== 400 && status !== 403) return undefined
  const [, code] = ERROR_CODE.exec(body) ?? []
  const why = code === undefined ? '' : ` (${code})`
  const details = { status, ...(code !== undefined && { vendorCode: code }) }
  return status === 403
    ? new PmsIntegrationError('PROVIDER_FORBIDDEN', `The PMS does not allow this for the hotel${why}.`, { details })
    : new PmsIntegrationError('PROVIDER_REJECTED', `The PMS refused the request${why}.`, { details })
}
