import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { createSubgraph, printSubgraph } from '../../src/resolvers/subgraph.ts'

const root = new URL('../..', import.meta.url)
const isOfFederation = ({ name }: GraphQLNamedType) => /^_|^(federation|link)__/.test(name)
const types = Object.values(createSubgraph().getTypeMap()).filter((type) => !isOfFederation(type))
const ours = types.filter((type) => !isSpecifiedScalarType(type) && !isScalarType(type))

test('schema.graphql is what the code serves; after a change run `npm run schema`', async () => {
  expect(await readFile(new URL('schema.graphql', root), 'utf8')).toBe(printSubgraph())
})

test('the typed documents of the tests fit the schema; after a change run `npm run schema`', async () => {
  const codegen = new URL('node_modules/.bin/graphql-codegen', root).pathname
  await promisify(execFile)(process.execPath, [codegen, '--config', 'codegen.ts', '--check'], { cwd: root.pathname })
})

test('every type, field, argument and enum value is described', () => {
  const silent = ours.flatMap((type) => [
    ...(type.description ? [] : [type.name]),
    ...partsOf(type)
      .filter(({ description }) => !description)
      .map(({ name }) => `${type.name}.${name}`),
  ])
  expect(silent).toEqual([])
})

function partsOf(type: GraphQLNamedType): { name: string; description?: string | null | undefined }[] {
  if (isEnumType(type)) return [...type.getValues()]
  if (isInputObjectType(type)) return Object.values(type.getFields())
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((field) => [field, ...field.args.map((arg) => ({ ...arg, name: `${field.name}(${arg.name})` }))])
}

test('types carry the prefix Pms, since a supergraph has one namespace', () => {
  const shared = ['Query', 'Mutation', 'Subscription', 'PageInfo', 'Hotel']
  expect(ours.map(({ name }) => name).filter((name) => !name.startsWith('Pms') && !shared.includes(name))).toEqual([])
})

test('what is secret or our own business is in no type that can be read', () => {
  const hidden = /credentials$|secret|hash|fingerprint|lease|checkpoint|watermark|attempts/i
  const fields = ours
    .filter(isObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`))
  // Mutations take credentials; nothing gives them back. The schema of what to enter is no secret. A webhook's secret is
  // shown once, in the answer to the mutation that makes it. The hash of a preview is given back to run just that.
  const isShown = /^(PmsWebhookSecretPayload\.|Mutation\.rotateWebhookSecret$|PmsChangeSet\.previewHash$)/
  expect(fields.filter((field) => hidden.test(field) && !isShown.test(field))).toEqual([])
})

test('the schema can be built more than once in a process', () => {
  expect(printSubgraph()).toBe(printSubgraph())
})
