import {
  buildSchema,
  type ExecutionResult,
  execute,
  GraphQLScalarType,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql'

/** Holds operations and answers against a vendor's schema. Each finding is a text; none means that it fits. */
export interface GraphqlContract {
  readonly schema: GraphQLSchema
  /** Of a document alone. */
  documentProblems(document: string): string[]
  /** Of a request with its variables and the data that came for it. */
  exchangeProblems(requestBody: string, data: Record<string, unknown>): string[]
}

/** @param formats what the texts of custom scalars look like */
export function loadGraphqlContract(sdl: string, formats: Readonly<Record<string, RegExp>> = {}): GraphqlContract {
  const schema = buildSchema(sdl)
  for (const [name, format] of Object.entries(formats)) narrow(schema, name, format)
  const documentProblems = (document: string) => validate(schema, parse(document)).map(({ message }) => message)
  return {
    schema,
    documentProblems,
    exchangeProblems(requestBody, data) {
      const { query, variables } = JSON.parse(requestBody) as { query: string; variables: Record<string, unknown> }
      const invalid = documentProblems(query)
      if (invalid.length > 0) return invalid
      // Resolving the answer against the schema finds every value that the schema does not allow there.
      const result = execute({ schema, document: parse(query), variableValues: variables, rootValue: data })
      const { errors = [], data: resolved } = result as ExecutionResult
      const isSame = JSON.stringify(resolved) === JSON.stringify(data)
      return [
        ...errors.map(({ message }) => message),
        ...(isSame ? [] : ['the answer has other fields than were asked']),
      ]
    },
  }
}

function narrow(schema: GraphQLSchema, name: string, format: RegExp): void {
  const scalar = schema.getType(name)
  if (!(scalar instanceof GraphQLScalarType)) throw new Error(`${name} is no scalar of this schema`)
  const check = (value: unknown) => {
    if (typeof value !== 'string' || !format.test(value)) throw new TypeError(`${String(value)} is no ${name}`)
    return value
  }
  scalar.serialize = check
  scalar.parseValue = check
}
