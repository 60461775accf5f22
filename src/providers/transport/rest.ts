import type { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { HttpClient, HttpRequest, HttpResponse, JsonReader } from './http.ts'

type QueryValue = string | number | boolean | Date | null | undefined
/** Lists become repeated keys; null and undefined are left out; dates are ISO 8601 in UTC. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>

export interface RestRequest extends Omit<HttpRequest, 'url' | 'body'> {
  /** With or without a path and a trailing slash. */
  readonly baseUrl: string
  readonly path: string
  readonly query?: Query
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Query
}

/** Sends a request and reads the JSON answer against `schema`. An empty body, such as that of a 204, is read as null. */
export async function requestJson<T extends z.ZodType>(
  http: HttpClient,
  request: RestRequest,
  schema: T,
): Promise<z.output<T>> {
  return readJson(await http.send(restRequest(request)), schema)
}

/** The low-level request of a {@link RestRequest}. */
export function restRequest({ baseUrl, path, query = {}, json, form, ...request }: RestRequest): HttpRequest {
  const body = json !== undefined ? JSON.stringify(json) : form && encode(form)
  const type = json !== undefined ? 'application/json' : 'application/x-www-form-urlencoded'
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': type }),
    ...request.headers,
  }
  return { ...request, url: urlOf(baseUrl, path, query), headers, ...(body !== undefined && { body }) }
}

/** Joins an absolute base URL, a path and a query. */
export function urlOf(baseUrl: string, path: string, query: Query = {}): string {
  const search = encode(query)
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}${search === '' ? '' : `?${search}`}`
}

function encode(fields: Query): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === null || one === undefined) continue
      pairs.append(name, one instanceof Date ? one.toISOString() : String(one))
    }
  }
  return pairs.toString()
}

/** @throws PmsIntegrationError PROVIDER_BAD_RESPONSE, whose `field` is the path that does not fit */
export const readJson: JsonReader = (response, schema) => fitShape(parse(response), schema)

/** Holds a vendor's answer against a schema. @throws as {@link readJson} */
export function fitShape<T extends z.ZodType>(value: unknown, schema: T): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  throw new PmsIntegrationError(
    'PROVIDER_BAD_RESPONSE',
    `The answer of the PMS has an unexpected shape${path === '' ? '' : ` at ${path}`}: ${issue?.message}`,
    { field: path },
  )
}

function parse({ body, status }: HttpResponse): unknown {
  if (body.trim() === '') return null
  try {
    return JSON.parse(body)
  } catch {
    throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The answer of the PMS (${status}) is not JSON.`)
  }
}
