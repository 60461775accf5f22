import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { badUserInput, type ErrorCode } from '../errors.ts'
import { send } from './errors.ts'
import { hangUp } from './hang-up.ts'
import { SECURITY_HEADERS } from './headers.ts'

/** Answers a request whose address cannot be decoded; Fastify runs no hooks for one. */
export function rejectMalformedUrl(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
  send(request, reply, badUserInput('url', 'The URL cannot be decoded.'))
}

interface Rejection {
  readonly status: number
  readonly code: ErrorCode
  readonly message: string
}

const TOO_LARGE: Rejection = { status: 431, code: 'PAYLOAD_TOO_LARGE', message: 'The request headers are too large.' }
const TOO_SLOW: Rejection = { status: 408, code: 'BAD_USER_INPUT', message: 'The request took too long to arrive.' }
const NO_HTTP: Rejection = { status: 400, code: 'BAD_USER_INPUT', message: 'The request is not valid HTTP.' }
const REJECTIONS: Readonly<Record<string, Rejection>> = {
  HPE_HEADER_OVERFLOW: TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
}

/** Answers what never became a request, in the same shape as everything else, and hangs up. */
export function rejectMalformedRequest({ code: reason = '' }: Error & { code?: string }, socket: Socket): void {
  if (reason === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { status, code, message } = REJECTIONS[reason] ?? NO_HTTP
  const requestId = randomUUID()
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })
  const headers = {
    ...SECURITY_HEADERS,
    'x-request-id': requestId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  hangUp(socket, [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}
