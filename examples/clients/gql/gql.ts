/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Arrivals($hotelId: ID!, $day: LocalDate!, $first: Int!, $after: String) {\n    bookings(\n      hotelId: $hotelId\n      first: $first\n      after: $after\n      filter: { checkIn: { from: $day, to: $day } }\n      orderBy: { field: GUEST_NAME }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          guestName\n          checkOut\n          room {\n            id\n            roomNumber\n          }\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n": typeof types.ArrivalsDocument,
    "\n  mutation StartSync($hotelId: ID!, $provider: String!) {\n    syncBookings(input: { hotelId: $hotelId, provider: $provider }) {\n      syncLog {\n        id\n      }\n      errors {\n        code\n        message\n        syncLogId\n      }\n    }\n  }\n": typeof types.StartSyncDocument,
    "\n  subscription SyncProgress($hotelId: ID!, $syncLogId: ID!) {\n    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {\n      phase\n      status\n      processed\n      total\n    }\n  }\n": typeof types.SyncProgressDocument,
};
const documents: Documents = {
    "\n  query Arrivals($hotelId: ID!, $day: LocalDate!, $first: Int!, $after: String) {\n    bookings(\n      hotelId: $hotelId\n      first: $first\n      after: $after\n      filter: { checkIn: { from: $day, to: $day } }\n      orderBy: { field: GUEST_NAME }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          guestName\n          checkOut\n          room {\n            id\n            roomNumber\n          }\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n": types.ArrivalsDocument,
    "\n  mutation StartSync($hotelId: ID!, $provider: String!) {\n    syncBookings(input: { hotelId: $hotelId, provider: $provider }) {\n      syncLog {\n        id\n      }\n      errors {\n        code\n        message\n        syncLogId\n      }\n    }\n  }\n": types.StartSyncDocument,
    "\n  subscription SyncProgress($hotelId: ID!, $syncLogId: ID!) {\n    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {\n      phase\n      status\n      processed\n      total\n    }\n  }\n": types.SyncProgressDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Arrivals($hotelId: ID!, $day: LocalDate!, $first: Int!, $after: String) {\n    bookings(\n      hotelId: $hotelId\n      first: $first\n      after: $after\n      filter: { checkIn: { from: $day, to: $day } }\n      orderBy: { field: GUEST_NAME }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          guestName\n          checkOut\n          room {\n            id\n            roomNumber\n          }\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Arrivals($hotelId: ID!, $day: LocalDate!, $first: Int!, $after: String) {\n    bookings(\n      hotelId: $hotelId\n      first: $first\n      after: $after\n      filter: { checkIn: { from: $day, to: $day } }\n      orderBy: { field: GUEST_NAME }\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          guestName\n          checkOut\n          room {\n            id\n            roomNumber\n          }\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartSync($hotelId: ID!, $provider: String!) {\n    syncBookings(input: { hotelId: $hotelId, provider: $provider }) {\n      syncLog {\n        id\n      }\n      errors {\n        code\n        message\n        syncLogId\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartSync($hotelId: ID!, $provider: String!) {\n    syncBookings(input: { hotelId: $hotelId, provider: $provider }) {\n      syncLog {\n        id\n      }\n      errors {\n        code\n        message\n        syncLogId\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SyncProgress($hotelId: ID!, $syncLogId: ID!) {\n    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {\n      phase\n      status\n      processed\n      total\n    }\n  }\n"): (typeof documents)["\n  subscription SyncProgress($hotelId: ID!, $syncLogId: ID!) {\n    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {\n      phase\n      status\n      processed\n      total\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;