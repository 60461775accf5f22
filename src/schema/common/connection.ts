import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql'

/** A page of a list, as the Relay specification has it. `totalCount` is there only when it was asked for. */
export interface Connection<Node> {
  edges: Edge<Node>[]
  nodes: Node[]
  pageInfo: PageInfo
  totalCount?: number
}

export interface Edge<Node> {
  node: Node
  cursor: string
}

// Other subgraphs have a PageInfo too; the gateway takes any of them.
@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: 'Position of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after `endCursor`.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether there are items before `startCursor`.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor!: string | null
}

/** Declares `<Node>Connection` and `<Node>Edge`; returns the connection. */
export function connectionOf<Node extends object>(NodeType: ClassType<Node>): ClassType<Connection<Node>> {
  const noun = NodeType.name

  @ObjectType(`${noun}Edge`, { simpleResolvers: true, description: `A ${noun} in a list.` })
  class NodeEdge implements Edge<Node> {
    @Field(() => NodeType, { description: 'The item at this position.' })
    node!: Node

    @Field(() => String, { description: 'Opaque. Pass it as `after` or `before` with the same `orderBy`.' })
    cursor!: string
  }

  @ObjectType(`${noun}Connection`, { simpleResolvers: true, description: `A page of a list of ${noun}.` })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: 'The items of this page.' })
    edges!: NodeEdge[]

    @Field(() => [NodeType], { description: 'The same items without their cursors.' })
    nodes!: Node[]

    @Field(() => PageInfo, { description: 'Position of the page in the list.' })
    pageInfo!: PageInfo

    @Field(() => Int, {
      description: 'Number of items in the whole list, with the filter applied. Counted only when selected.',
    })
    totalCount!: number
  }
  return NodeConnection
}
