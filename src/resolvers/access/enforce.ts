import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { hasPermission } from '../../security/policy.ts'
import { createLoaders } from '../loaders/loaders.ts'
import type { ApiContext } from './context.ts'
import { asPayload } from './payload-errors.ts'
import { type AccessPolicy, checkHotel, checkPermission, policyOf, withinHotels } from './policy.ts'

type Resolve = GraphQLFieldResolver<unknown, ApiContext>
type RootField = GraphQLField<unknown, ApiContext>

/** Fields of the federation specification: the SDL, and what references.ts answers for. */
const FEDERATION_FIELDS = ['_service', '_entities']

/**
 * Puts the declared policy in front of every root field, and of the fields below that declare a stricter one; all others
 * are for whom their root field is for.
 * @param references reference resolvers, which bring policies of their own
 * @throws Error when a root field or an entity has none
 */
export function enforcePolicies(schema: GraphQLSchema, references: Readonly<Record<string, unknown>>): void {
  const guards = [
    [schema.getQueryType(), guardQuery],
    [schema.getMutationType(), guardMutation],
    [schema.getSubscriptionType(), guardSubscription],
  ] as const
  for (const [type, guard] of guards) {
    for (const field of Object.values(type?.getFields() ?? {}) as RootField[]) {
      if (!FEDERATION_FIELDS.includes(field.name)) guard(field, requirePolicy(field), requireResolve(field))
    }
  }
  const roots = guards.map(([type]) => type)
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (!roots.includes(type)) for (const field of Object.values(type.getFields()) as RootField[]) guardPart(field)
  }
  guardEntities(schema, references)
  guardSdl(schema.getQueryType()?.getFields()._service as RootField | undefined)
}

/** Whoever composes the supergraph has a token, or reads schema.graphql; for all others production keeps it to itself. */
function guardSdl(field: RootField | undefined): void {
  const resolve = field?.resolve
  if (field === undefined || resolve === undefined) return
  field.resolve = (source, args, context, info) => {
    if (context?.isSchemaPublic === false && context.viewer === null)
      throw new PmsIntegrationError('UNAUTHENTICATED', 'The schema needs a bearer token.')
    return resolve(source, args, context, info)
  }
}

/** A part of a row that not everybody may see who sees the row is null for the others. */
function guardPart(field: GraphQLField<unknown, ApiContext>): void {
  const policy = policyOf(field)
  if (policy === undefined) return
  if (isNonNullType(field.type))
    throw new Error(`"${field.name}" has a @Policy and cannot be withheld: it is never null`)
  const resolve = field.resolve ?? defaultFieldResolver
  field.resolve = (source, args, context, info) => {
    const { viewer } = context
    return viewer !== null && hasPermission(viewer, policy.permission) ? resolve(source, args, context, info) : null
  }
}

/** The federation library hands unknown types back as they came, or fails on them. */
function guardEntities(schema: GraphQLSchema, references: Readonly<Record<string, unknown>>): void {
  const entities = schema.getType('_Entity')
  for (const { name } of isUnionType(entities) ? entities.getTypes() : []) {
    if (!(name in references)) throw new Error(`The entity "${name}" has no reference resolver`)
  }
  const field = schema.getQueryType()?.getFields()._entities as RootField | undefined
  if (field === undefined) return
  const resolve = requireResolve(field)
  field.resolve = (source, args, context, info) => {
    const representations = args.representations as ({ __typename?: unknown } | null)[]
    if (representations.every((each) => Object.hasOwn(references, String(each?.__typename)))) {
      return resolve(source, args, context, info)
    }
    throw badUserInput('representations', 'Each representation needs the `__typename` of an entity of this subgraph.')
  }
}

function guardQuery(field: RootField, policy: AccessPolicy, resolve: Resolve): void {
  field.resolve = async (source, args, context, info) => {
    const viewer = checkPermission(policy, context)
    checkHotel(policy, viewer, args)
    return withinHotels(viewer, await resolve(source, args, context, info))
  }
}

/** Missing permission is an error; a hotel that is not there is an expected failure, and so part of the payload. */
function guardMutation(field: RootField, policy: AccessPolicy, resolve: Resolve): void {
  field.resolve = (source, args, context, info) => {
    const viewer = checkPermission(policy, context)
    return asPayload(() => {
      checkHotel(policy, viewer, args)
      forgetRows(context)
      return resolve(source, args, context, info)
    })
  }
}

function guardSubscription(field: RootField, policy: AccessPolicy, resolve: Resolve): void {
  const { subscribe } = field
  field.subscribe = (source, args, context, info) => {
    checkHotel(policy, checkPermission(policy, context), args)
    return subscribe?.(source, args, context, info)
  }
  field.resolve = (source, args, context, info) => {
    const viewer = checkPermission(policy, context)
    forgetRows(context)
    return withinHotels(viewer, resolve(source, args, context, info))
  }
}

function forgetRows(context: ApiContext): void {
  context.loaders = createLoaders(context, context.viewer)
}

function requirePolicy(field: RootField): AccessPolicy {
  const policy = policyOf(field)
  if (policy === undefined) throw new Error(`The root field "${field.name}" declares no @Policy`)
  return policy
}

function requireResolve(field: RootField): Resolve {
  if (field.resolve === undefined) throw new Error(`The root field "${field.name}" has no resolver`)
  return field.resolve
}
