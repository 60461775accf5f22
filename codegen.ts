import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'
import { entityDocuments } from './scripts/entity-documents.ts'

const config: CodegenConfig['config'] = {
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: {
    DateTime: 'string',
    LocalDate: 'string',
    SafeInt: 'number',
    JSONObject: 'Record<string, unknown>',
    _Any: '{ __typename: string; id: string }',
  },
}

/** Typed documents from the committed schema, for tests, examples and dashboard. They are committed too; a test holds them. */
const codegen: CodegenConfig = {
  schema: 'schema.graphql',
  importExtension: '.ts',
  generates: {
    'tests/api/gql/': {
      preset: 'client',
      documents: ['tests/**/*.ts', '!tests/api/gql/**', '!tests/providers/**', '!tests/dashboard/**'],
      presetConfig: { fragmentMasking: false },
      config,
    },
    'examples/clients/gql/': {
      preset: 'client',
      documents: ['examples/clients/*.ts'],
      presetConfig: { fragmentMasking: false },
      config,
    },
    'dashboard/src/gql/': {
      preset: 'client',
      documents: ['dashboard/src/**/*.{ts,tsx}', '!dashboard/src/gql/**', ...entityDocuments('schema.graphql')],
      // The manifest holds what the client sends to the letter, and it asks for each object's type.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      config,
    },
  },
}

export default codegen
