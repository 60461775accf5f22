import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** Whether the operation selects `field` of what the resolver returns; follows fragments, `@skip` and `@include`. */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  const has = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((node) => {
      if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if === true) return false
      if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if === false) return false
      if (node.kind === Kind.FIELD) return node.name.value === field
      return has(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : info.fragments[node.name.value]?.selectionSet)
    }) ?? false
  return info.fieldNodes.some((node) => has(node.selectionSet))
}
