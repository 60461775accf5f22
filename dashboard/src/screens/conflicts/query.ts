import { graphql } from '../../gql/gql.ts'
import type { ConflictsQuery } from '../../gql/graphql.ts'

export const conflictsDocument = graphql(`
  query Conflicts(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsConflictFilter
  ) {
    conflicts(hotelId: $hotelId, first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        change {
          ...ChangeRow
        }
        version
        groups
        base
        ours
        theirs
        by
        at
        theirsSince
        severity
        nights
        roomNumber
        says
      }
      pageInfo {
        ...PageFields
      }
    }
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        version
        provider
        enabled
        writeEnabled
        actions
        conflictDefaults {
          group
          choice
        }
      }
    }
  }
`)

export const resolveDocument = graphql(`
  mutation ResolveConflicts($input: PmsResolveConflictsInput!) {
    resolveConflicts(input: $input) {
      changes {
        ...ChangeRow
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

export type Conflict = ConflictsQuery['conflicts']['nodes'][number]
export type Account = ConflictsQuery['configurations']['nodes'][number]

export const idOf = ({ change }: Conflict) => change.id
