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
  }
`)
