import { graphql } from '../../gql/gql.ts'
import type { ChangeSetQuery } from '../../gql/graphql.ts'

export const changeSetRowFragment = graphql(`
  fragment ChangeSetRow on PmsChangeSet {
    id
    hotelId
    provider
    action
    source
    state
    options
    reason
    requestedBy
    canary
    stopPercent
    previewHash
    previewedAt
    previewExpiresAt
    waitingFor
    undoOf
    canUndo
    createdAt
    startedAt
    endedAt
    counts {
      total
      looked
      toSend
      isSo
      conflicts
      refused
      waiting
      done
      failed
      notTried
    }
    estimate {
      requests
      seconds
    }
    stoppedBecause {
      code
      message
    }
  }
`)

export const changeSetDocument = graphql(`
  query ChangeSet(
    $id: ID!
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $outcome: [PmsChangeOutcome!]
    $result: [PmsChangeSetResult!]
  ) {
    changeSet(id: $id) {
      ...ChangeSetRow
      items(first: $first, after: $after, last: $last, before: $before, outcome: $outcome, result: $result) {
        nodes {
          id
          line
          given
          label
          outcome
          result
          errorCode
          error
          field
          base
          wanted
          theirs
          change {
            id
            entityType
            entityId
            externalId
            groups
            state
            waitingFor
          }
        }
        pageInfo {
          ...PageFields
        }
      }
    }
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        enabled
        writeEnabled
      }
    }
  }
`)

export const setProgressDocument = graphql(`
  subscription ChangeSetProgress($hotelId: ID!) {
    changeSetProgress(hotelId: $hotelId) {
      ...ChangeSetRow
    }
  }
`)

export type ChangeSetOf = NonNullable<ChangeSetQuery['changeSet']>
export type Item = ChangeSetOf['items']['nodes'][number]
