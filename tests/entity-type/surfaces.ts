/** What the API is asked in the test of an entity type that the typed documents do not know. */

export const SYNC = `mutation ($input: PmsSyncInput!) {
  syncLostItems(input: $input) {
    syncLog { id status entityType itemsCreated itemsFailed }
    errors { message }
  }
}`

export const READ = `query ($hotelId: ID!) {
  lostItems(hotelId: $hotelId, first: 5, filter: { status: [KEPT] }) {
    totalCount
    nodes { id description status isValuable foundAt tags hotel { id } }
  }
  hotel: _entities(representations: [{ __typename: "Hotel", id: $hotelId }]) {
    ... on Hotel { lostItems(first: 1) { totalCount } freshness { entityType state } }
  }
  freshnessAges(hotelId: $hotelId) { entityType points { maxAgeMs } }
  syncLogs(hotelId: $hotelId, first: 5, filter: { entityType: LOST_ITEM }) { nodes { status } }
  provider(key: "mock") { capabilities }
}`

export const FIND = `query ($id: ID!) {
  lostItem(id: $id) { id }
  _entities(representations: [{ __typename: "PmsLostItem", id: $id }]) { ... on PmsLostItem { id } }
}`

export const REPLAY = `mutation ($input: PmsReplayInput!) {
  replayFailures(input: $input) { count syncLog { status itemsCreated } errors { message } }
}`
