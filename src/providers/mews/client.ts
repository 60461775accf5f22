import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { requestJson } from '../transport/rest.ts'
import { refusalOf } from './refusals.ts'
import type { MewsContext } from './settings.ts'

const CLIENT = 'PMS Adapter Layer 1.0.0'
/** Any valid token may read it, so it tells whether a token is good. */
export const CONFIGURATION = 'configuration/get'

/**
 * Calls an operation: always a POST, and the tokens are in the body.
 * @throws PmsIntegrationError PROVIDER_FORBIDDEN when the tokens are good but not for this operation; Mews says 401 to
 * both, so a second request finds out
 */
export async function call<T extends z.ZodType>(
  ctx: MewsContext,
  operation: string,
  parameters: object,
  schema: T,
): Promise<z.output<T>> {
  try {
    return await send(ctx, operation, parameters, schema)
  } catch (error) {
    if (operation === CONFIGURATION || !isRefusal(error) || !(await hasGoodTokens(ctx))) throw error
    throw new PmsIntegrationError('PROVIDER_FORBIDDEN', `The PMS does not allow ${operation} with this access token.`, {
      details: error.details,
    })
  }
}

function send<T extends z.ZodType>(ctx: MewsContext, operation: string, parameters: object, schema: T) {
  const { clientToken, accessToken } = ctx.credentials
  const request = {
    method: 'POST',
    baseUrl: ctx.settings.platformUrl,
    path: `/api/connector/v1/${operation}`,
    json: { ClientToken: clientToken, AccessToken: accessToken, Client: CLIENT, ...parameters },
    accept: [400, 401, 408],
    inspect: refusalOf(operation),
  } as const
  return requestJson(ctx.http, request, schema)
}

const isRefusal = (error: unknown): error is PmsIntegrationError =>
  error instanceof PmsIntegrationError && error.code === 'PROVIDER_UNAUTHORIZED'

async function hasGoodTokens(ctx: MewsContext): Promise<boolean> {
  try {
    await send(ctx, CONFIGURATION, enterprise(ctx), z.unknown())
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
