import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'

export type Kind = 'query' | 'mutation' | 'subscription'
type Field = GraphQLField<unknown, unknown>

/** Of each list; small, so that lists in lists stay within the limits. */
const PAGE_SIZE = 2

/** What a test gives for arguments and input fields, by name; what is required and not given is made up. */
export type Values = Readonly<Record<string, unknown>>

/** Every root field that is ours, so that a new one is tested without anybody thinking of it. */
export function rootFields(schema: GraphQLSchema): { kind: Kind; field: Field }[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith('_'))
      .map((field) => ({ kind, field })),
  )
}

/** An operation that calls one root field and selects all it can. */
export function operationOf(kind: Kind, field: Field, values: Values): { query: string; variables: object } {
  const args = field.args.filter((arg) => isRequiredArgument(arg) || arg.name in values || arg.name === 'first')
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, fill(name, type, values)]))
  const call = passed === '' ? field.name : `${field.name}(${passed})`
  const head = declared === '' ? kind : `${kind} (${declared})`
  return { query: `${head} { ${call} ${allOf(getNamedType(field.type))} }`, variables }
}

const selections = new WeakMap<GraphQLNamedType, string>()

function allOf(type: GraphQLNamedType): string {
  const known = selections.get(type) ?? selectionOf(type, 3, new Set())
  selections.set(type, known)
  return known
}

function fill(name: string, type: GraphQLType, values: Values): unknown {
  const named = getNamedType(type)
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter((each) => isRequiredInputField(each) || each.name in values)
    return Object.fromEntries(fields.map((each) => [each.name, fill(each.name, each.type, values)]))
  }
  if (name in values) return values[name]
  if (name === 'first') return PAGE_SIZE
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (named.name === 'LocalDate') return '2026-06-01'
  return 'x'
}

/** @param told types without objects that are selected elsewhere: once is enough, or the text grows too long */
function selectionOf(type: GraphQLNamedType, depth: number, told: Set<string>): string {
  if (!isObjectType(type)) return ''
  const isFlat = Object.values(type.getFields()).every((field) => !isObjectType(getNamedType(field.type)))
  if (isFlat && told.has(type.name) && depth < 1) return '{ __typename }'
  told.add(type.name)
  const parts = Object.values(type.getFields())
    .filter(({ args }) => !args.some((arg) => isNonNullType(arg.type)))
    .map(({ name, args, type }) => ({
      name: args.some((arg) => arg.name === 'first') ? `${name}(first: ${PAGE_SIZE})` : name,
      type: getNamedType(type),
    }))
    .filter((field) => depth > 0 || !isObjectType(field.type))
    .map((field) => `${field.name} ${selectionOf(field.type, depth - 1, told)}`)
  return parts.length === 0 ? '{ __typename }' : `{ ${parts.join(' ')} }`
}
