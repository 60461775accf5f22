import { graphql } from '../gql/gql.ts'

/** Where a page stands in its list, as every connection says it. */
export const pageFieldsFragment = graphql(`
  fragment PageFields on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`)

/** An expected failure of a mutation, as every payload lists it. */
export const errorFieldsFragment = graphql(`
  fragment ErrorFields on PmsError {
    code
    message
    field
    syncLogId
  }
`)
