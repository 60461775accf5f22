import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql'
import { badUserInput } from '../../errors.ts'
import { isLargerThan } from '../../records/text/nesting.ts'

/** Characters that a text may have, unless its name is one of `LONGER` or `SHORTER`. */
const MAX_TEXT = 1_000
export const MAX_ID = 300
/** A cursor has what its list is ordered by in it, such as a name; a file is held by the limit of the body. */
const LONGER: Readonly<Record<string, number>> = {
  ...{ after: 65_536, before: 65_536, note: 4_000, description: 4_000, csv: 10_000_000 },
}
const SHORTER: Readonly<Record<string, number>> = { search: 200 }
const MAX_ITEMS = 1_000
/** Of these lists the mutation says itself how long they may be, and of which code it is to be longer. */
const MANY: Readonly<Record<string, number>> = { 'PmsCreateChangeSetInput.ids': 100_000 }
/** Of credentials and settings, which may hold a private key. */
const MAX_JSON = { levels: 10, values: 500, text: 16_384 }

/**
 * Gives every text, list and JSON object in arguments a length, of root fields and of those below: what is longer is refused
 * before anything else looks at it.
 */
export function boundArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const { args, resolve, subscribe } = field
      if (args.length === 0 || type.name.startsWith('__') || field.name.startsWith('_')) continue
      if (resolve) {
        field.resolve = (source, values, ...rest) => {
          checkArguments(args, values)
          return resolve(source, values, ...rest)
        }
      }
      if (subscribe) {
        field.subscribe = (source, values, ...rest) => {
          checkArguments(args, values)
          return subscribe(source, values, ...rest)
        }
      }
    }
  }
}

function checkArguments(args: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>): void {
  for (const { name, type } of args) check(type, values[name], name, name)
}

/** The same for an input that comes another way. @throws PmsIntegrationError BAD_USER_INPUT naming the field */
export function boundInput(type: GraphQLInputObjectType, value: unknown): void {
  check(type, value, type.name, '')
}

/** @throws PmsIntegrationError BAD_USER_INPUT that names the argument or input field by its path */
function check(type: GraphQLInputType, value: unknown, name: string, path: string, mostItems = MAX_ITEMS): void {
  if (value === null || value === undefined) return
  if (typeof value === 'string') {
    const most = LONGER[name] ?? SHORTER[name] ?? (getNamedType(type).name === 'ID' ? MAX_ID : MAX_TEXT)
    if (value.length > most) throw badUserInput(path, `A text here has at most ${most} characters.`)
    // PostgreSQL cannot store it, and takes a statement with it for a broken connection.
    if (value.includes('\0')) throw badUserInput(path, 'A text must not contain the character NUL.')
  }
  if (typeof value !== 'object') return
  if (Array.isArray(value)) {
    if (value.length > mostItems) throw badUserInput(path, `A list here has at most ${mostItems} items.`)
    for (const item of value) check(type, item, name, path)
    return
  }
  const named = getNamedType(type)
  if (named.name === 'JSONObject') checkJson(value, path)
  if (!isInputObjectType(named)) return
  const fields = named.getFields()
  for (const [key, each] of Object.entries(value)) {
    const field = fields[key]
    if (field) check(field.type, each, key, path === '' ? key : `${path}.${key}`, MANY[`${named.name}.${key}`])
  }
}

function checkJson(value: object, path: string): void {
  const { levels, values, text } = MAX_JSON
  if (isLargerThan(value, levels, values)) {
    throw badUserInput(path, `An object here has at most ${levels} levels and ${values} values.`)
  }
  if (JSON.stringify(value).length > text) throw badUserInput(path, `An object here has at most ${text} characters.`)
}
