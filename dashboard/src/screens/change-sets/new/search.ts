import type { PmsEntityType } from '../../../gql/graphql.ts'

/** What is to be changed: all that a filter finds, or some that were selected; neither: lines of a file. */
export interface NewSetSearch {
  readonly type?: PmsEntityType | undefined
  readonly filter?: Readonly<Record<string, unknown>> | undefined
  readonly ids?: readonly string[] | undefined
}
