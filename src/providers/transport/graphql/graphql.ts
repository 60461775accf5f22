import { GraphQLClient } from 'graphql-request'
import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http.ts'
import { fitShape } from '../rest.ts'
import { failureOf, type GraphqlError, graphqlError } from './errors.ts'

/** One operation of one document. */
export interface GraphqlRequest {
  /** Absolute. */
  readonly url: string
  readonly document: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** See `HttpRequest`. */
  readonly timeoutMs?: number
  /** A mutation that nobody repeats, see `HttpRequest`. */
  readonly once?: boolean
}

/** What came, and what did not: `errors` is not empty when the answer is partial. */
export interface GraphqlAnswer<T> {
  readonly data: T
  readonly errors: readonly GraphqlError[]
}

/**
 * Sends an operation and returns the whole answer.
 * @throws PmsIntegrationError also when only a part is missing
 */
export async function requestGraphql<T extends z.ZodType>(
  http: HttpClient,
  request: GraphqlRequest,
  schema: T,
): Promise<z.output<T>> {
  const { data, errors } = await requestPartialGraphql(http, request, schema)
  if (errors.length > 0) throw failureOf(errors)
  return data
}

/**
 * Sends an operation and keeps what came when the vendor could not answer all of it. The caller must account for every
 * error: see `listOf` for lists.
 * @throws PmsIntegrationError when nothing came, and for what concerns the whole request: credentials, rate limits
 */
export async function requestPartialGraphql<T extends z.ZodType>(
  http: HttpClient,
  { url, document, variables, headers, ...sending }: GraphqlRequest,
  schema: T,
): Promise<GraphqlAnswer<z.output<T>>> {
  const client = new GraphQLClient(url, {
    fetch: fetchOver(http, sending),
    errorPolicy: 'all',
    ...(headers && { headers }),
  })
  const answer = await client.rawRequest<unknown>(document, variables)
  return { data: fitShape(answer.data, schema), errors: z.array(graphqlError).parse(answer.errors ?? []) }
}

/** Makes graphql-request send through our client, so that budget, retries, timeout and cancelling hold here too. */
function fetchOver(http: HttpClient, sending: Pick<HttpRequest, 'timeoutMs' | 'once'>): typeof fetch {
  return async (input, init) => {
    const request: HttpRequest = {
      method: 'POST',
      url: String(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: String(init?.body ?? ''),
      // Servers answer 400 for a document they refuse and 500 for a context they could not build; the body says why.
      accept: [400, 500],
      inspect: refusalOf,
      ...sending,
    }
    const { status, body } = await http.send(request)
    return new Response(body, { status, headers: { 'content-type': 'application/json' } })
  }
}

const wireAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(graphqlError).nullish(),
})

/** The error that an answer is although HTTP says it went well. Partial data is none. */
function refusalOf(response: HttpResponse, now: Date): Error | undefined {
  const answer = wireAnswer.safeParse(jsonOf(response.body)).data
  if (response.status >= 400) return refusedStatus(response, now, answer?.errors ?? [])
  if (answer === undefined) return badResponse('not a GraphQL answer')
  const { data, errors } = answer
  if (errors?.length) return isForAll(data, errors) ? failureOf(errors, { response, now }) : undefined
  return data ? undefined : badResponse('neither data nor errors')
}

function refusedStatus(response: HttpResponse, now: Date, errors: readonly GraphqlError[]): PmsIntegrationError {
  const { status } = response
  const failure = failureOf(errors, { response, now })
  if (errors.length > 0 && (status < 500 || failure.code !== 'PROVIDER_REJECTED')) return failure
  const code = status >= 500 ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REJECTED'
  return new PmsIntegrationError(code, `The PMS answered ${status}`, { details: { status } })
}

/** Whether the errors leave nothing to keep, or concern who asks and how often rather than what was asked. */
function isForAll(data: object | null | undefined, errors: readonly GraphqlError[]): boolean {
  const { code } = failureOf(errors)
  if (code === 'PROVIDER_UNAUTHORIZED' || code === 'PROVIDER_RATE_LIMITED') return true
  return Object.values(data ?? {}).every((value) => value === null)
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const badResponse = (what: string) => new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The PMS answered ${what}.`)
