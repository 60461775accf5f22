import { graphql } from '../../gql/gql.ts'

/** A change with what a person needs to judge it. Values are null for who may only look. */
export const changeRowFragment = graphql(`
  fragment ChangeRow on PmsChange {
    id
    hotelId
    provider
    action
    groups
    entityType
    entityId
    externalId
    state
    waitingFor
    base
    wanted
    theirs
    error
    errorCode
    reason
    requestedBy
    createdAt
    expiresAt
    sentAt
    endedAt
    undoOf
    setId
    canUndo
  }
`)

/** What a mutation that asks for a change answers. */
export const changeAnswerFragment = graphql(`
  fragment ChangeAnswer on PmsChangePayload {
    change {
      ...ChangeRow
    }
    preview {
      outcome
      base
      wanted
      theirs
      sent
      error
      errorCode
    }
    errors {
      ...ErrorFields
    }
  }
`)
