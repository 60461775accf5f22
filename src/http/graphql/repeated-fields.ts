import { type ASTVisitor, type DocumentNode, GraphQLError, Kind, type ValidationContext, visit } from 'graphql'
import { LIMITS } from './limits.ts'

/**
 * Validation compares each field with every other that answers under the same name, so that a small document which says
 * one name over and over costs more than any query. This rule refuses it before the others begin.
 */
export function repeatedFieldsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const pairs = countPairs(document)
      if (pairs <= LIMITS.repeatedFields) return
      const message = `The document repeats fields: ${pairs} pairs of one name are over the limit of ${LIMITS.repeatedFields}.`
      context.reportError(new GraphQLError(message))
      // The other rules are on the same walk: nothing is left that they could look at.
      Object.assign(document, { definitions: [] })
    },
  }
}

/**
 * Pairs of fields that may be compared: those that answer under the same name in the same place. A fragment may be spread
 * anywhere, so what is in one counts as if it were everywhere.
 */
function countPairs(document: DocumentNode): number {
  const [inPlace, inOperations, inFragments] = [new Counts(), new Counts(), new Counts()]
  let pairs = 0
  for (const definition of document.definitions) {
    const isFragment = definition.kind === Kind.FRAGMENT_DEFINITION
    const path: string[] = []
    visit(definition, {
      Field: {
        enter({ alias, name }) {
          const key = (alias ?? name).value
          path.push(key)
          if (isFragment) pairs += inFragments.add(key) + inOperations.of(key)
          else pairs += inPlace.add(path.join()) + inFragments.of(key)
          if (!isFragment) inOperations.add(key)
        },
        leave() {
          path.pop()
        },
      },
    })
  }
  return pairs
}

class Counts {
  readonly #counts = new Map<string, number>()

  of(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  /** @returns how many there were before */
  add(key: string): number {
    const before = this.of(key)
    this.#counts.set(key, before + 1)
    return before
  }
}
