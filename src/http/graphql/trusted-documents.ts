import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { pathOf } from '../requests.ts'

/** Documents that clients may name instead of sending them: those that the service was started with, and those sent before. */
export interface TrustedDocuments {
  /** By their SHA-256 in hexadecimal. */
  readonly byId: ReadonlyMap<string, string>
  /** Whether no others are executed. */
  readonly only: boolean
  /** Sent with their hash, as automatic persisted queries do; the ones used last. */
  readonly persisted: LRUCache<string, string>
}

/** Of what clients send, so bounded in number and in size. */
const PERSISTED = { max: 1_000, maxSize: 4 * 1024 * 1024 } as const

/** A request, in the forms in which clients name a document or send it. */
export interface DocumentRequest {
  readonly query?: unknown
  /** `sha256:<id>` or the id alone, as the appendix on persisted documents of GraphQL over HTTP has it. */
  readonly documentId?: unknown
  /** `persistedQuery.sha256Hash` names one, as Apollo's clients do; graphql-codegen writes the algorithm before it. */
  readonly extensions?: unknown
}

const ALGORITHM = /^sha256:/
const manifest = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{64}$/), z.string().min(1))
const named = z.object({ documentId: z.string() }).transform(({ documentId }) => documentId)
const hashed = z
  .object({ extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }) })
  .transform(({ extensions }) => extensions.persistedQuery.sha256Hash.replace(ALGORITHM, ''))

/**
 * @param paths manifests as graphql-codegen writes them, `persisted-documents.json`: an object of id → document
 * @throws PmsIntegrationError `CONFIGURATION_INVALID`
 */
export function loadTrustedDocuments(paths: readonly string[], only: boolean): TrustedDocuments {
  const documents = paths.flatMap((path) => Object.entries(readManifest(path)))
  return {
    byId: new Map(documents.map(([id, text]) => [id.replace(ALGORITHM, ''), text])),
    only,
    persisted: new LRUCache({ ...PERSISTED, sizeCalculation: (text) => text.length + 1 }),
  }
}

function readManifest(path: string): Record<string, string> {
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    const message = `Trusted documents are a JSON file of SHA-256 → document: ${path} is none. See TRUSTED_DOCUMENTS.`
    throw new PmsIntegrationError('CONFIGURATION_INVALID', message, { cause })
  }
}

/**
 * The text of the document that is meant. A trusted one may also be sent as text.
 * @throws PmsIntegrationError `OPERATION_NOT_TRUSTED`, `PERSISTED_QUERY_NOT_FOUND`, `BAD_USER_INPUT`
 */
export function documentText({ byId, only, persisted }: TrustedDocuments, request: DocumentRequest): string {
  const query = typeof request.query === 'string' ? request.query : ''
  const key = idOf(request)
  const sha256 = hashed.safeParse(request).data
  const known = key !== undefined || only ? byId.get(key ?? hash('sha256', query)) : undefined
  if (known !== undefined) return known
  if (only) {
    throw new PmsIntegrationError(
      'OPERATION_NOT_TRUSTED',
      'Only documents that the service was started with are executed.',
    )
  }
  // Whoever names one that another version of the service knows may have sent its text along.
  if (sha256 !== undefined) return persistedText(persisted, sha256, query)
  if (key !== undefined && query === '') throw badUserInput('documentId', 'There is no document with this id.')
  return query
}

const idOf = (request: DocumentRequest) =>
  (named.safeParse(request).data ?? hashed.safeParse(request).data)?.replace(ALGORITHM, '')

/** Automatic persisted queries: https://www.apollographql.com/docs/apollo-server/performance/apq */
function persistedText(persisted: TrustedDocuments['persisted'], sha256: string, query: string): string {
  if (query === '') {
    const text = persisted.get(sha256)
    // Clients fall back to the text by this message.
    if (text === undefined) throw new PmsIntegrationError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    return text
  }
  if (hash('sha256', query) === sha256) persisted.set(sha256, query)
  return query
}

/** Puts the text of the document in the place of its id. */
export function readDocument(documents: TrustedDocuments, request: FastifyRequest): void {
  if (request.method === 'GET') {
    const { extensions, ...rest } = request.query as { query?: string; extensions?: string }
    const query = documentText(documents, { ...rest, extensions: parseExtensions(extensions) })
    // Apollo reads the parameters from the URL alone.
    if (extensions !== undefined) request.raw.url = `${pathOf(request.url)}?${new URLSearchParams({ ...rest, query })}`
    return
  }
  const { documentId, extensions, ...rest } = { ...(request.body as DocumentRequest | null) }
  // What names no document goes on as it is; Apollo says what is wrong with it.
  if (!documents.only && idOf({ documentId, extensions }) === undefined) return
  request.body = { ...rest, query: documentText(documents, { ...rest, documentId, extensions }) }
}

function parseExtensions(extensions: string | undefined): unknown {
  try {
    return JSON.parse(extensions ?? 'null')
  } catch {
    return null
  }
}
