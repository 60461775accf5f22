import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** Names of the fields that the operation selects of what the resolver returns, as `@skip` and `@include` have it. */
export function selectedOf(info: GraphQLResolveInfo): ReadonlySet<string> {
  return new Set(fieldsBelow(info.fieldNodes, info, (node) => isIncluded(node, info)).keys())
}

/** Fields that are selected below: the nodes that do, by name. A fragment is looked into once. */
export function fieldsBelow(
  nodes: readonly FieldNode[],
  { fragments }: Pick<GraphQLResolveInfo, 'fragments'>,
  counts: (node: SelectionNode) => boolean = () => true,
): Map<string, FieldNode[]> {
  const seen = new Set<string>()
  function* fieldsIn(set: SelectionSetNode | undefined): Generator<FieldNode> {
    for (const node of set?.selections.filter(counts) ?? []) {
      if (node.kind === Kind.FIELD) yield node
      else if (node.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(node.selectionSet)
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value)
        yield* fieldsIn(fragments[node.name.value]?.selectionSet)
      }
    }
  }
  const fields = nodes.flatMap(({ selectionSet }) => [...fieldsIn(selectionSet)])
  return Map.groupBy(fields, ({ name }) => name.value)
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
  )
}
