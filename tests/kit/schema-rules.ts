import {
  type BreakingChange,
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'

type Part = { name: string; deprecationReason?: string | null | undefined }

/** `Use x. Deprecated on 2026-11-24, to be removed on 2027-05-24.` */
const DATED = /^\S.{5,} Deprecated on \d{4}-\d\d-\d\d, to be removed on \d{4}-\d\d-\d\d\.$/

/** What is deprecated without saying what to use instead, since when, and until when it stays: `Type.part`. */
export function undatedDeprecations(types: readonly GraphQLNamedType[]): string[] {
  return types.flatMap((type) =>
    partsOf(type)
      .filter(({ deprecationReason: reason }) => typeof reason === 'string' && !DATED.test(reason))
      .map(({ name }) => `${type.name}.${name}`),
  )
}

/** Fields, arguments, input fields and enum values. */
function partsOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) return [...type.getValues()]
  if (isInputObjectType(type)) return Object.values(type.getFields())
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    field,
    ...field.args.map((arg) => ({ ...arg, name: `${field.name}(${arg.name})` })),
  ])
}

/** Of subgraph SDL; federation's directives are not defined in it. */
export function breakingChanges(released: string, current: string): string[] {
  const [before, after] = [released, current].map((sdl) => buildSchema(sdl, { assumeValidSDL: true }))
  if (before === undefined || after === undefined) throw new Error('Two schemas are needed')
  return findBreakingChanges(before, after).map(({ description }: BreakingChange) => description)
}

/**
 * @param page docs/schema-changes.md
 * @returns the changes that its section "Unreleased" takes responsibility for: the code span that begins each entry
 */
export function recordedChanges(page: string): string[] {
  const [, section = ''] = page.split(/^## Unreleased$/m)
  const [unreleased = ''] = section.split(/^## /m)
  return [...unreleased.matchAll(/^- `([^`]+)`: \S/gm)].map(([, change = '']) => change)
}
