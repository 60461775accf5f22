import { BREAK, type DocumentNode, visit } from 'graphql'

/** graphql-jit follows each of them anew, so that fragments within fragments multiply. */
const MAX_SPREADS = 20

/** Whether graphql-jit does with a document what graphql-js does; see docs/decisions/0009. */
export function isCompilable(document: DocumentNode): boolean {
  let isSafe = true
  let spreads = 0
  const refuseIf = (isUnsafe: boolean) => {
    if (!isUnsafe) return undefined
    isSafe = false
    return BREAK
  }
  visit(document, {
    // Text would become part of the program. What changes from request to request belongs in variables anyway.
    StringValue: () => refuseIf(true),
    // The names of a path are joined with an underscore.
    Field: ({ alias }) => refuseIf(alias?.value.includes('_') === true),
    // What is skipped comes out all the same where the field above it is selected a second time.
    Directive: () => refuseIf(true),
    FragmentSpread: () => refuseIf(++spreads > MAX_SPREADS),
  })
  return isSafe
}
