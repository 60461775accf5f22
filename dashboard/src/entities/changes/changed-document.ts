import { graphql } from '../../gql/gql.ts'

/** A step of a change; its rows are read anew, since its end changes more than the change. */
export const changeProgressDocument = graphql(`
  subscription ChangeProgress($hotelId: ID!) {
    changeProgress(hotelId: $hotelId) {
      id
      state
    }
  }
`)
