import { graphql } from '../gql/gql.ts'

export const syncRates = graphql(`
  mutation SyncRates($input: PmsSyncInput!) {
    sync: syncRates(input: $input) {
      ...StartedSync
    }
  }
`)

export const syncAvailability = graphql(`
  mutation SyncAvailability($input: PmsSyncInput!) {
    sync: syncAvailability(input: $input) {
      ...StartedSync
    }
  }
`)
