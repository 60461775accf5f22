import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'

/** The only documents that are executed, by id: their SHA-256 in hexadecimal. */
export type TrustedDocuments = ReadonlyMap<string, string>

/** A request, in the forms in which clients name a document or send it. */
export interface DocumentRequest {
  readonly query?: string | null | undefined
  /** `sha256:<id>` or the id alone, as the appendix on persisted documents of GraphQL over HTTP has it. */
  readonly documentId?: string | null | undefined
  /** `persistedQuery.sha256Hash` names one, as Apollo's clients do. */
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined
}

const manifest = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1))
const persistedQuery = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) })

/**
 * @param path a manifest as graphql-codegen writes it, `persisted-documents.json`: an object of id → document
 * @throws PmsIntegrationError `CONFIGURATION_INVALID`
 */
export function loadTrustedDocuments(path: string): TrustedDocuments {
  try {
    return new Map(Object.entries(manifest.parse(JSON.parse(readFileSync(path, 'utf8')))))
  } catch (cause) {
    const message = `TRUSTED_DOCUMENTS must name a JSON file of SHA-256 → document: ${path} is none.`
    throw new PmsIntegrationError('CONFIGURATION_INVALID', message, { cause })
  }
}

/**
 * The text of the document that is meant. A trusted one may also be sent as text.
 * @throws PmsIntegrationError `OPERATION_NOT_TRUSTED`
 */
export function trustedDocument(trusted: TrustedDocuments, { query, documentId, extensions }: DocumentRequest): string {
  const named =
    documentId?.replace(/^sha256:/, '') ?? persistedQuery.safeParse(extensions).data?.persistedQuery.sha256Hash
  const document = trusted.get(named ?? hash('sha256', query ?? ''))
  if (document !== undefined) return document
  throw new PmsIntegrationError(
    'OPERATION_NOT_TRUSTED',
    'Only documents that the service was started with are executed.',
  )
}

/** The request with the text of its document in the place of the id. Of a GET only the text is looked at. */
export function insistOnTrusted(trusted: TrustedDocuments, request: FastifyRequest): void {
  if (request.method === 'GET') {
    trustedDocument(trusted, { query: String((request.query as DocumentRequest).query) })
    return
  }
  const { documentId, extensions, ...rest } = { ...(request.body as DocumentRequest | null) }
  request.body = { ...rest, query: trustedDocument(trusted, { ...rest, documentId, extensions }) }
}
