import { ApolloLink } from '@apollo/client'
import type { DocumentNode } from 'graphql'

/** As the generated documents come: with their id in the manifest. */
type GeneratedDocument = DocumentNode & { readonly __meta__?: { readonly hash: string } }

/**
 * Names every document by its id, so that a service which executes none but trusted ones takes it. The text goes along
 * for a service of another version.
 */
export const nameDocument = new ApolloLink((operation, forward) => {
  const { __meta__: meta } = operation.query as GeneratedDocument
  if (meta) operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: meta.hash } }
  operation.setContext({ http: { includeExtensions: true } })
  return forward(operation)
})
