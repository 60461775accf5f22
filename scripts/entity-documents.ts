import { readFileSync } from 'node:fs'
import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql'

/** What a page about one row says of any: `StoredRow` of the dashboard. */
const STORED =
  'id hotelId provider externalId externalUpdatedAt lastSyncedAt deletedAt createdAt updatedAt metadata syncError'

/**
 * The list, the single row and the sync of every entity type that has a list. Only what is selected differs: that is
 * said by the fragments `<Noun>Row` and `<Noun>Details`.
 */
export function entityDocuments(schemaFile: string): string[] {
  const types = parse(readFileSync(schemaFile, 'utf8')).definitions.filter(
    (each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION,
  )
  const fieldsOf = (name: string) => types.find((type) => type.name.value === name)?.fields ?? []
  const [queries, mutations] = [fieldsOf('Query'), fieldsOf('Mutation')]
  return queries.flatMap((list) => {
    const noun = /^Pms(\w+)Connection$/.exec(typeOf(list))?.[1]
    const one = queries.find((field) => typeOf(field) === `Pms${noun}` && field.arguments?.[0]?.name.value === 'id')
    const sync = mutations.find(({ name }) => name.value === `sync${capitalised(list.name.value)}`)
    return noun && one && sync ? documentsOf(noun, list, one, sync) : []
  })
}

function documentsOf(
  noun: string,
  ...[list, one, sync]: [FieldDefinitionNode, FieldDefinitionNode, FieldDefinitionNode]
) {
  return [
    `query ${capitalised(list.name.value)}${calling('rows', list)} {
      nodes { ...${noun}Row }
      pageInfo { ...PageFields }
    } }`,
    `query ${capitalised(one.name.value)}${calling('row', one)} { ${STORED} ...${noun}Details } }`,
    `mutation ${capitalised(sync.name.value)}${calling('sync', sync)} { ...StartedSync } }`,
  ]
}

/** A field with all of its arguments as variables. */
function calling(alias: string, { name, arguments: all = [] }: FieldDefinitionNode): string {
  const each = (say: (arg: InputValueDefinitionNode) => string) => `(${all.map(say).join(', ')})`
  const variables = each((arg) => `$${arg.name.value}: ${print(arg.type)}`)
  return `${variables} { ${alias}: ${name.value}${each((arg) => `${arg.name.value}: $${arg.name.value}`)}`
}

function typeOf({ type }: FieldDefinitionNode): string {
  return (type.kind === Kind.NON_NULL_TYPE ? (type.type as NamedTypeNode) : (type as NamedTypeNode)).name?.value ?? ''
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
