import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql'

/** The most that one operation may request, over every transport. */
export const LIMITS = {
  /** Words and signs of the document. */
  tokens: 2_000,
  /** Pairs of fields of one name in one place: a hundred times the same are 4,950. */
  repeatedFields: 5_000,
  /** Objects inside objects. */
  depth: 10,
  /** Gateways merge many requests into one, and name each of its fields: it is the cost that decides. */
  aliases: 300,
  rootFields: 60,
  directives: 50,
  /** Objects in the answer, were every list full. */
  cost: 10_000,
} as const

type Measure = Exclude<keyof typeof LIMITS, 'tokens' | 'repeatedFields'>
type Size = Readonly<Record<Measure, number>>

interface Operation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Why an operation is too large, or null. It must be valid: fragments exist and do not go round in circles. Introspection
 * is not counted.
 */
export function exceeds(operation: Operation): GraphQLError | null {
  const size = sizeOf(operation)
  const over = (Object.keys(size) as Measure[]).find((measure) => size[measure] > LIMITS[measure])
  if (over === undefined) return null
  const message = `The operation's ${NAMES[over]} of ${size[over]} is over the limit of ${LIMITS[over]}.`
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } })
}

const NAMES: Readonly<Record<Measure, string>> = {
  depth: 'depth',
  aliases: 'number of aliases',
  rootFields: 'number of root fields',
  directives: 'number of directives',
  cost: 'cost',
}

function sizeOf({ document, operation, variables }: Operation): Size {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const known = new Map<string, Size>()
  const values = { ...defaultsOf(operation), ...variables }

  const ofSelections = ({ selections }: SelectionSetNode): Size => selections.map(ofSelection).reduce(together, NOTHING)
  const ofSelection = (node: SelectionNode): Size => {
    if (node.kind === Kind.FIELD) return ofField(node)
    return node.kind === Kind.INLINE_FRAGMENT ? ofSelections(node.selectionSet) : ofFragment(node.name.value)
  }
  const ofFragment = (name: string): Size => {
    const size = known.get(name) ?? ofSelections(fragments.get(name)?.selectionSet ?? NO_SELECTIONS)
    known.set(name, size)
    return size
  }
  const ofField = (field: FieldNode): Size => {
    const aliases = field.alias === undefined ? 0 : 1
    if (field.name.value.startsWith('__')) return { ...NOTHING, aliases }
    if (field.name.value === 'sdl') return { ...NOTHING, aliases, rootFields: 1, cost: SDL_COST }
    if (field.selectionSet === undefined) return { ...NOTHING, aliases, rootFields: 1 }
    const inner = ofSelections(field.selectionSet)
    const cost = costOf(field, inner.cost, values)
    return { ...NOTHING, aliases: aliases + inner.aliases, rootFields: 1, depth: inner.depth + 1, cost }
  }
  return { ...ofSelections(operation.selectionSet), directives: countDirectives(document) }
}

/** Counted once a document: those that come again are the same object. */
const directives = new WeakMap<DocumentNode, number>()

function countDirectives(document: DocumentNode): number {
  const known = directives.get(document)
  if (known !== undefined) return known
  let count = 0
  visit(document, {
    Directive() {
      count += 1
    },
  })
  directives.set(document, count)
  return count
}

/** What the variables are that a request leaves out. */
const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, literal(defaultValue, {})]],
    ),
  )

/** The whole schema as a text: nobody needs it twice. */
const SDL_COST = LIMITS.cost / 2 + 1

/** Arguments that say how many there may be. */
const SIZES: ReadonlySet<string> = new Set(['first', 'last', 'representations'])
/** What a calendar may answer, a hundred thousand values, is the work of so many objects: four of them are one operation. */
const CALENDARS: ReadonlySet<string> = new Set(['rates', 'availability'])
const CALENDAR_COST = LIMITS.cost / 4
/** What a list is wrapped in: nothing of its own. */
const WRAPPERS: ReadonlySet<string> = new Set(['edges', 'node', 'nodes', 'pageInfo'])
const NO_SELECTIONS: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] }
const NOTHING: Size = { depth: 0, aliases: 0, rootFields: 0, directives: 0, cost: 0 }

/** Side by side: everything adds up but the depth. */
const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
  directives: a.directives + b.directives,
  cost: a.cost + b.cost,
})

function costOf(field: FieldNode, inner: number, variables: Operation['variables']): number {
  if (WRAPPERS.has(field.name.value)) return inner
  if (CALENDARS.has(field.name.value)) return CALENDAR_COST
  return listSize(field, variables) * (1 + inner)
}

/** How often a field's selections may be answered: as many as are asked for, or as many keys as a gateway sends. */
function listSize({ arguments: args = [] }: FieldNode, variables: Operation['variables']): number {
  const sizes = args.flatMap(({ name, value }) => {
    if (!SIZES.has(name.value)) return []
    const size = literal(value, variables)
    return Array.isArray(size) ? size.length : typeof size === 'number' ? size : []
  })
  return Math.max(1, ...sizes)
}

function literal(node: ValueNode, variables: Operation['variables']): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value]
  if (node.kind === Kind.INT) return Number(node.value)
  return node.kind === Kind.LIST ? node.values : null
}
