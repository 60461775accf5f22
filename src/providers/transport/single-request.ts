import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { PmsIntegrationError } from '../../errors.ts'
import { textOf } from '../../platform/body-text.ts'
import { unpacked } from '../../platform/unpack.ts'
import type { HttpRequest, HttpResponse } from './http.ts'
import { AnswerTooLarge, MAX_ANSWER_BYTES } from './large-answers/answer-too-large.ts'
import { withoutLongTexts } from './large-answers/long-texts.ts'
import { createPublicLookup, outboundUrl } from './outbound-address.ts'

/**
 * One request and its whole answer, whatever the status: no retry, no redirect followed.
 * @param maxBytes of the body; more than the largest body: that, without texts of over 1 MiB, which are cut
 * @throws PmsIntegrationError OUTBOUND_URL_REFUSED, PROVIDER_UNAVAILABLE (network), PROVIDER_REJECTED (cannot be
 * sent), and as {@link AnswerTooLarge}; the reason of `signal` when it aborts
 */
export type SingleRequest = (
  request: HttpRequest,
  signal: AbortSignal,
  maxBytes?: number,
  trace?: RequestTrace,
) => Promise<HttpResponse>

/** What is known of a request that failed. */
export interface RequestTrace {
  /** Whether a byte of it may have left; it counts as one that has until the opposite is known. */
  hasLeft: boolean
}

export interface SingleRequestOptions {
  /** For development and tests: lets plain http and private addresses through. */
  readonly allowPrivateNetwork?: boolean
  /** Largest body that is read, unpacked. Defaults to 64 MiB. */
  readonly maxBodyBytes?: number
}

const IDLE_MS = 30_000
/** Of an answer whose long texts are left out. */
const MAX_RAW_BYTES = 1024 * 1024 * 1024

interface Agents {
  readonly http: http.Agent
  readonly https: https.Agent
}

// Connections are reused between runs, but never between guarded and unguarded callers.
const guarded = createAgents({ isGuarded: true, keepAlive: true })
const unguarded = createAgents({ isGuarded: false, keepAlive: true })
// A command takes a connection of its own: on one that was idle nobody can tell whether it arrived.
const guardedOnce = createAgents({ isGuarded: true, keepAlive: false })
const unguardedOnce = createAgents({ isGuarded: false, keepAlive: false })

function createAgents({ isGuarded, keepAlive }: { isGuarded: boolean; keepAlive: boolean }): Agents {
  const options = { keepAlive, timeout: IDLE_MS, ...(isGuarded && { lookup: createPublicLookup() }) }
  return { http: new http.Agent(options), https: new https.Agent(options) }
}

/** Built on node:http: unlike the built-in fetch it lets us pin the resolved address. */
export function createSingleRequest(options: SingleRequestOptions = {}): SingleRequest {
  const { allowPrivateNetwork = false, maxBodyBytes = MAX_ANSWER_BYTES } = options
  const [usual, once] = allowPrivateNetwork ? [unguarded, unguardedOnce] : [guarded, guardedOnce]
  return async (request, signal, maxBytes = maxBodyBytes, trace = { hasLeft: true }) => {
    trace.hasLeft = false
    const url = outboundUrl(request.url, allowPrivateNetwork)
    try {
      const response = await open(url, request, request.once ? once : usual, signal, trace)
      return {
        status: response.statusCode ?? 0,
        headers: flatten(response.headers),
        body: await readBody(response, Math.min(maxBytes, maxBodyBytes), maxBytes > maxBodyBytes),
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw error instanceof PmsIntegrationError ? error : networkError(error)
    }
  }
}

function open(
  url: URL,
  request: HttpRequest,
  agents: Agents,
  signal: AbortSignal,
  trace: RequestTrace,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const outgoing = (isSecure ? https : http).request(url, {
      method: request.method,
      headers: { accept: '*/*', 'accept-encoding': 'gzip', 'user-agent': 'pms-adapter-layer', ...request.headers },
      agent: isSecure ? agents.https : agents.http,
      signal,
    })
    outgoing.on('response', resolve)
    outgoing.on('socket', (socket) => whenOpen(socket, isSecure, () => Object.assign(trace, { hasLeft: true })))
    // Nobody asked for another protocol. Unheard, Node closes the connection, and the answer never comes.
    outgoing.on('upgrade', ({ statusCode }, socket) => {
      socket.destroy()
      reject(
        new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The PMS answered ${statusCode}, which nobody asked for.`),
      )
    })
    // Settled before unless the connection ended without a word about it.
    const ended = () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }))
    outgoing.on('close', ended)
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The vendor closed an idle connection just as we took it: nothing was answered, so a fresh one may try.
      const isStale = !request.once && outgoing.reusedSocket && error.code === 'ECONNRESET' && !signal.aborted
      if (!isStale) return reject(error)
      outgoing.off('close', ended)
      open(url, request, agents, signal, trace).then(resolve, reject)
    })
    outgoing.end(request.body)
  })
}

/** Node writes a request as soon as its connection stands. */
function whenOpen(socket: Socket, isSecure: boolean, done: () => void): void {
  if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', done)
  else done()
}

/** @param isCut whether long texts are left out before it is measured, so that only its first gigabyte has to be bounded */
async function readBody(response: http.IncomingMessage, maxBytes: number, isCut: boolean): Promise<string> {
  const { 'content-encoding': encoding, 'content-type': type } = response.headers
  const announced = encoding === undefined ? Number(response.headers['content-length'] ?? Number.NaN) : Number.NaN
  const tooLarge = () => new AnswerTooLarge(maxBytes, announced > maxBytes ? announced : null)
  if (announced > (isCut ? MAX_RAW_BYTES : maxBytes)) {
    response.destroy()
    throw tooLarge()
  }
  const chunks: Buffer[] = []
  let size = 0
  const body: AsyncIterable<Buffer> = unpacked(response, encoding)
  for await (const chunk of isCut ? withoutLongTexts(upTo(MAX_RAW_BYTES, body, tooLarge)) : body) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return textOf(Buffer.concat(chunks), type)
}

async function* upTo(maxBytes: number, chunks: AsyncIterable<Buffer>, tooLarge: () => Error): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    yield chunk
  }
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    flat[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  return flat
}

function networkError(error: unknown): PmsIntegrationError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  // A pasted credential with a line break or curly quotes cannot be put into a header.
  if (code === 'ERR_INVALID_CHAR') {
    return new PmsIntegrationError('PROVIDER_REJECTED', 'A credential has characters that HTTP does not allow.')
  }
  return new PmsIntegrationError('PROVIDER_UNAVAILABLE', `The connection failed (${code})`, { cause: error })
}
