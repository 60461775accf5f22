import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'

/** Documents that the service was started with, which clients may name instead of sending them. */
export interface TrustedDocuments {
  /** By their SHA-256 in hexadecimal. */
  readonly byId: ReadonlyMap<string, string>
  /** Whether no others are executed. */
  readonly only: boolean
}

/** A request, in the forms in which clients name a document or send it. */
export interface DocumentRequest {
  readonly query?: unknown
  /** `sha256:<id>` or the id alone, as the appendix on persisted documents of GraphQL over HTTP has it. */
  readonly documentId?: unknown
  /** `persistedQuery.sha256Hash` names one, as Apollo's clients do. */
  readonly extensions?: unknown
}

const ALGORITHM = /^sha256:/
const manifest = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{64}$/), z.string().min(1))
const naming = z.union([
  z.object({ documentId: z.string() }).transform(({ documentId }) => documentId),
  z
    .object({ extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }) })
    .transform(({ extensions }) => extensions.persistedQuery.sha256Hash),
])

/**
 * @param paths manifests as graphql-codegen writes them, `persisted-documents.json`: an object of id → document
 * @throws PmsIntegrationError `CONFIGURATION_INVALID`
 */
export function loadTrustedDocuments(paths: readonly string[], only: boolean): TrustedDocuments {
  const documents = paths.flatMap((path) => Object.entries(readManifest(path)))
  return { byId: new Map(documents.map(([id, text]) => [id.replace(ALGORITHM, ''), text])), only }
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
 * @throws PmsIntegrationError `OPERATION_NOT_TRUSTED`, `BAD_USER_INPUT`
 */
export function documentText({ byId, only }: TrustedDocuments, request: DocumentRequest): string {
  const query = typeof request.query === 'string' ? request.query : ''
  const id = idOf(request)
  const known = id !== undefined || only ? byId.get(id ?? hash('sha256', query)) : undefined
  if (known !== undefined) return known
  if (only) {
    throw new PmsIntegrationError(
      'OPERATION_NOT_TRUSTED',
      'Only documents that the service was started with are executed.',
    )
  }
  // Whoever names one that another version of the service knows may have sent its text along.
  if (id !== undefined && query === '') throw badUserInput('documentId', 'There is no document with this id.')
  return query
}

const idOf = (request: DocumentRequest) => naming.safeParse(request).data?.replace(ALGORITHM, '')

/** Puts the text of the document in the place of its id. Of a GET only the text is looked at. */
export function readDocument(documents: TrustedDocuments, request: FastifyRequest): void {
  if (request.method === 'GET') {
    documentText(documents, { query: String((request.query as DocumentRequest).query) })
    return
  }
  const { documentId, extensions, ...rest } = { ...(request.body as DocumentRequest | null) }
  if (!documents.only && idOf({ documentId, extensions }) === undefined) return
  request.body = { ...rest, query: documentText(documents, { ...rest, documentId, extensions }) }
}
