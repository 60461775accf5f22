import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'
import { z } from 'zod'
import type { SimulatorAnswer } from './server.ts'

/** Answers of a simulated vendor's root fields. Throwing a {@link SimulatedGraphqlError} fails the operation. */
export type SimulatedRoots = Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>

/** An error as GraphQL servers tell it within a 200. */
export class SimulatedGraphqlError extends Error {
  readonly code: string

  constructor(code: string) {
    super(`The PMS says ${code}`)
    this.code = code
  }
}

const wireRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/**
 * Runs an operation over plain values: each object gives just the fields that were asked for. There is no schema, so the
 * vendor's own stays where it is; tests hold requests and answers against it.
 */
export function answerGraphql(body: string, roots: SimulatedRoots): SimulatorAnswer {
  try {
    const { query, variables } = wireRequest.parse(JSON.parse(body))
    const document = parse(query)
    const operation = document.definitions.find((one): one is OperationDefinitionNode => 'operation' in one)
    if (operation === undefined) throw new SimulatedGraphqlError('BAD_REQUEST')
    const run: Run = { document, variables: variables ?? {} }
    const data = Object.fromEntries(fieldsOf(operation.selectionSet, run).map((field) => root(field, roots, run)))
    return { status: 200, body: { data } }
  } catch (error) {
    if (error instanceof SimulatedGraphqlError) return { status: 200, body: { ...errorsOf(error.code), data: null } }
    return { status: 400, body: errorsOf('GRAPHQL_PARSE_FAILED') }
  }
}

/** The body of an answer that is nothing but an error. */
export const errorsOf = (code: string) => ({ errors: [{ message: `The PMS says ${code}`, extensions: { code } }] })

interface Run {
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
}

function root(field: FieldNode, roots: SimulatedRoots, run: Run): [string, unknown] {
  const resolve = roots[field.name.value]
  if (resolve === undefined) throw new SimulatedGraphqlError('GRAPHQL_VALIDATION_FAILED')
  const args = (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, run.variables)])
  return [keyOf(field), select(resolve(Object.fromEntries(args)), field.selectionSet, run)]
}

function select(value: unknown, selection: SelectionSetNode | undefined, run: Run): unknown {
  if (selection === undefined || typeof value !== 'object' || value === null) return value ?? null
  if (Array.isArray(value)) return value.map((item) => select(item, selection, run))
  const source = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    fieldsOf(selection, run).map((field) => [keyOf(field), select(source[field.name.value], field.selectionSet, run)]),
  )
}

/** The fields of a selection, those of its fragments included. */
function fieldsOf({ selections }: SelectionSetNode, run: Run): FieldNode[] {
  return selections.flatMap((one) => {
    if (one.kind === 'Field') return [one]
    return fieldsOf(one.kind === 'InlineFragment' ? one.selectionSet : fragment(one.name.value, run), run)
  })
}

function fragment(name: string, { document }: Run): SelectionSetNode {
  const isMeant = (one: { kind: string; name?: { value: string } }): one is FragmentDefinitionNode =>
    one.kind === 'FragmentDefinition' && one.name?.value === name
  const found = document.definitions.find(isMeant)
  if (found === undefined) throw new SimulatedGraphqlError('GRAPHQL_VALIDATION_FAILED')
  return found.selectionSet
}

const keyOf = ({ alias, name }: FieldNode) => (alias ?? name).value
