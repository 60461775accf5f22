import { type ASTVisitor, type DocumentNode, GraphQLError, type ValidationContext, visit } from 'graphql'
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

/** Pairs of fields that answer under the same name, wherever they stand. */
function countPairs(document: DocumentNode): number {
  const seen = new Map<string, number>()
  let pairs = 0
  visit(document, {
    Field({ alias, name }) {
      const key = (alias ?? name).value
      const before = seen.get(key) ?? 0
      pairs += before
      seen.set(key, before + 1)
    },
  })
  return pairs
}
