import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { HttpResponse } from '../transport/http.ts'
import { type RestRequest, readJson, restRequest } from '../transport/rest.ts'
import { refusalOf } from './refusals.ts'
import type { MewsContext } from './settings.ts'

const CLIENT = 'PMS Adapter Layer 1.0.0'
/** Any valid token may read it, so it tells whether a token is good. */
export const CONFIGURATION = 'configuration/get'

/**
 * Calls an operation: always a POST, and the tokens are in the body.
 * @throws PmsIntegrationError PROVIDER_FORBIDDEN when the tokens are good but not for this operation
 */
export async function call<T extends z.ZodType>(
  ctx: MewsContext,
  operation: string,
  parameters: object,
  schema: T,
): Promise<z.output<T>> {
  const request = { ...requestOf(ctx, operation, parameters), accept: [400, 401, 408], inspect: refusalOf(operation) }
  return readJson(await send(ctx, operation, request), schema)
}

/**
 * Calls an operation that changes something, once. What the vendor does not do for a reason of the hotel's (400, 403) or
 * since it has changed meanwhile (409) is an answer.
 * @throws as {@link call}
 */
export function command(ctx: MewsContext, operation: string, parameters: object): Promise<HttpResponse> {
  const refusal = refusalOf(operation)
  const inspect = (response: HttpResponse) => (response.status === 400 ? undefined : refusal(response))
  const request = { ...requestOf(ctx, operation, parameters), accept: [400, 401, 403, 408, 409], inspect }
  return send(ctx, operation, { ...request, once: true })
}

/** Mews says 401 to bad tokens and to good ones that are not for this operation; a second request finds out. */
async function send(ctx: MewsContext, operation: string, request: RestRequest): Promise<HttpResponse> {
  try {
    return await ctx.http.send(restRequest(request))
  } catch (error) {
    if (operation === CONFIGURATION || !isRefusal(error) || !(await hasGoodTokens(ctx))) throw error
    throw new PmsIntegrationError('PROVIDER_FORBIDDEN', `The PMS does not allow ${operation} with this access token.`, {
      details: error.details,
      ...(error.sent !== undefined && { sent: error.sent }),
    })
  }
}

function requestOf({ settings, credentials }: MewsContext, operation: string, parameters: object) {
  const { clientToken, accessToken } = credentials
  return {
    method: 'POST',
    baseUrl: settings.platformUrl,
    path: `/api/connector/v1/${operation}`,
    json: { ClientToken: clientToken, AccessToken: accessToken, Client: CLIENT, ...parameters },
  } as const
}

const isRefusal = (error: unknown): error is PmsIntegrationError =>
  error instanceof PmsIntegrationError && error.code === 'PROVIDER_UNAUTHORIZED'

async function hasGoodTokens(ctx: MewsContext): Promise<boolean> {
  try {
    await call(ctx, CONFIGURATION, enterprise(ctx), z.unknown())
    return true
  } catch {
    return false
  }
}

/** Which hotel is meant, for operations that take one. A token of one hotel needs no id. */
export function enterprise({ hotel }: MewsContext): { EnterpriseId?: string } {
  return hotel.externalHotelId === null ? {} : { EnterpriseId: hotel.externalHotelId }
}

/** Which hotel is meant, for operations that take several: without it a token of many hotels brings them all. */
export function enterprises({ hotel }: MewsContext): { EnterpriseIds?: string[] } {
  return hotel.externalHotelId === null ? {} : { EnterpriseIds: [hotel.externalHotelId] }
}
