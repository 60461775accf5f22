import { Ajv, type ValidateFunction } from 'ajv'
import formatsModule from 'ajv-formats'
import { readForm } from './form.ts'

/** A request or an answer as it went over the wire. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}
export interface WireAnswer {
  readonly status: number
  readonly body: string
}

/** Holds traffic against a vendor's OpenAPI 3.0 document. Each finding is a text; none means that it fits. */
export interface OpenApi {
  requestProblems(request: WireRequest): string[]
  answerProblems(request: Pick<WireRequest, 'method' | 'url'>, answer: WireAnswer): string[]
}

type Json = Record<string, unknown>

export interface OpenApiOptions {
  /** Formats that the vendor means differently from their standard. */
  readonly formats?: Readonly<Record<string, RegExp>>
}

// Its types are those of a CommonJS module.
const addFormats = formatsModule as unknown as typeof formatsModule.default

export function loadOpenApi(published: Json, { formats = {} }: OpenApiOptions = {}): OpenApi {
  const document = withNullBranches(published) as Json
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, coerceTypes: false })
  addFormats(ajv)
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format)
  ajv.addSchema(document, 'api')
  const compiled = new Map<Json, ValidateFunction>()
  const problemsOf = (schema: Json, value: unknown, where: string): string[] => {
    const check = compiled.get(schema) ?? ajv.compile({ ...withRefs(schema) })
    compiled.set(schema, check)
    check(value)
    const broken = check.errors?.map(({ instancePath, message }) => `${where}${instancePath} ${message}`) ?? []
    return [...broken, ...unknownFields(document, schema, value, where)]
  }
  const find = (request: Pick<WireRequest, 'method' | 'url'>) => findOperation(document, request)
  return {
    requestProblems(request) {
      const operation = find(request)
      if (operation === null) return [`${request.method} ${request.url} is not in the specification`]
      return [
        ...parameterProblems(document, operation, request, problemsOf),
        ...bodyProblems(document, operation, request, problemsOf),
      ]
    },
    answerProblems(request, { status, body }) {
      const operation = find(request)
      const responses = operation?.responses as Json | undefined
      const response = deref(document, (responses?.[status] ?? responses?.default) as Json | undefined)
      if (response === undefined) return [`${request.method} ${request.url} may not answer ${status}`]
      const schema = jsonSchemaOf(response)
      if (body === '') return []
      return schema === undefined
        ? [`${status} should have no body`]
        : problemsOf(schema, JSON.parse(body), String(status))
    },
  }
}

/** OpenAPI lets `nullable` stand beside a reference, where JSON Schema does not know it. */
function withNullBranches(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withNullBranches)
  const entries = Object.entries(value).map(([key, part]) => [key, withNullBranches(part)])
  const { nullable, ...schema } = Object.fromEntries(entries) as Json
  if (nullable === undefined) return schema
  if (typeof schema.type === 'string' || nullable !== true) return { ...schema, nullable }
  return { anyOf: [{ type: 'null' }, schema] }
}

type Check = (schema: Json, value: unknown, where: string) => string[]

function findOperation(document: Json, { method, url }: Pick<WireRequest, 'method' | 'url'>): Json | null {
  const { pathname } = new URL(url)
  for (const [path, item] of Object.entries(document.paths as Record<string, Json>)) {
    const pattern = new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
    const operation = item[method.toLowerCase()] as Json | undefined
    if (pattern.test(pathname) && operation !== undefined) {
      return {
        ...operation,
        parameters: [...((item.parameters ?? []) as Json[]), ...((operation.parameters ?? []) as Json[])],
      }
    }
  }
  return null
}

function parameterProblems(document: Json, operation: Json, request: WireRequest, problemsOf: Check): string[] {
  const query = new URL(request.url).searchParams
  const known = (operation.parameters as Json[]).map((parameter) => deref(document, parameter) as Json)
  const inQuery = known.filter((parameter) => parameter.in === 'query')
  const names = new Set(inQuery.map(({ name }) => name))
  return [
    ...[...query.keys()].filter((name) => !names.has(name)).map((name) => `query ${name} is not in the specification`),
    ...inQuery.flatMap(({ name, required, schema }) => {
      const values = query.getAll(String(name))
      if (values.length === 0) return required === true ? [`query ${name} is missing`] : []
      return problemsOf(schema as Json, readQuery(schema as Json, values), `query ${name}`)
    }),
    ...known
      .filter((parameter) => parameter.in === 'header' && parameter.required === true)
      .filter(({ name }) => !request.headers[String(name).toLowerCase()])
      .map(({ name }) => `header ${name} is missing`),
  ]
}

/** Repeated keys are a list; the rest is a text that stands for a number or a boolean. */
function readQuery(schema: Json, values: readonly string[]): unknown {
  if (schema.type === 'array') return values.map((value) => readQuery(schema.items as Json, [value]))
  const [value = ''] = values
  if (schema.type === 'integer' || schema.type === 'number') return Number(value)
  return schema.type === 'boolean' ? value === 'true' : value
}

function bodyProblems(document: Json, operation: Json, { headers, body }: WireRequest, problemsOf: Check): string[] {
  const content = (operation.requestBody as Json | undefined)?.content as Record<string, Json> | undefined
  if (content === undefined) return body ? ['has a body, but should not'] : []
  const type = headers['content-type'] ?? ''
  const schema = content[type]?.schema as Json | undefined
  if (schema === undefined) return [`content type ${type} is not in the specification`]
  const typeOf = (path: readonly string[]) => path.reduce((part, name) => fieldOf(document, part, name), schema).type
  const value = type.includes('json') ? JSON.parse(body ?? '') : readForm(body ?? '', typeOf)
  return problemsOf(schema, value, 'body')
}

/** The schema of a field, also where it is that of the items of a list. */
function fieldOf(document: Json, schema: Json, name: string): Json {
  const all = partsOf(document, schema).flatMap((part) => [part, ...partsOf(document, (part.items ?? {}) as Json)])
  const fields: Record<string, Json> = Object.assign({}, ...all.map((part) => part.properties))
  return deref(document, fields[name]) ?? {}
}

function jsonSchemaOf(response: Json): Json | undefined {
  const content = response.content as Record<string, Json> | undefined
  return content?.['application/json']?.schema as Json | undefined
}

/** Schemas outside of the document have to name it. */
function withRefs(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"api#/'))
}

function deref(document: Json, value: Json | undefined): Json | undefined {
  if (typeof value?.$ref !== 'string') return value
  const target = value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (part as Json)[key], document)
  return deref(document, target as Json)
}

/** Fields that the specification does not have: validation alone lets every misspelling through. */
function unknownFields(document: Json, schema: Json, value: unknown, where: string): string[] {
  const all = partsOf(document, schema)
  if (Array.isArray(value)) {
    const items = all.find((part) => part.items)?.items as Json | undefined
    return items === undefined ? [] : value.flatMap((one, i) => unknownFields(document, items, one, `${where}/${i}`))
  }
  if (typeof value !== 'object' || value === null || all.every((part) => part.properties === undefined)) return []
  const fields: Record<string, Json> = Object.assign({}, ...all.map((part) => part.properties))
  return Object.entries(value).flatMap(([name, one]) => {
    const field = fields[name]
    if (field === undefined) return [`${where}/${name} is not in the specification`]
    return unknownFields(document, field, one, `${where}/${name}`)
  })
}

/** A schema with all that it is composed of. */
function partsOf(document: Json, schema: Json): Json[] {
  const own = deref(document, schema) ?? {}
  const composed = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => (own[key] ?? []) as Json[])
  return [own, ...composed.flatMap((part) => partsOf(document, part))]
}
