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
    "\n  query Fleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsConfigurationFilter) {\n    configurations(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: $filter\n      orderBy: { field: HOTEL_ID }\n    ) {\n      nodes {\n        id\n        provider\n        enabled\n        lastSyncAt\n        nextSyncAt\n        hotel {\n          id\n          pmsRegistration {\n            name\n            timeZone\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    providers {\n      key\n      name\n    }\n  }\n": typeof types.FleetDocument,
    "\n  query HotelChoices($search: String, $chosen: [ID!]!) {\n    found: registrations(first: 50, filter: { search: $search }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    chosen: registrations(first: 1, filter: { hotelIds: $chosen }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n    }\n  }\n": typeof types.HotelChoicesDocument,
    "\n  query ProviderNames {\n    providers {\n      key\n      name\n    }\n  }\n": typeof types.ProviderNamesDocument,
};
const documents: Documents = {
    "\n  query Fleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsConfigurationFilter) {\n    configurations(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: $filter\n      orderBy: { field: HOTEL_ID }\n    ) {\n      nodes {\n        id\n        provider\n        enabled\n        lastSyncAt\n        nextSyncAt\n        hotel {\n          id\n          pmsRegistration {\n            name\n            timeZone\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    providers {\n      key\n      name\n    }\n  }\n": types.FleetDocument,
    "\n  query HotelChoices($search: String, $chosen: [ID!]!) {\n    found: registrations(first: 50, filter: { search: $search }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    chosen: registrations(first: 1, filter: { hotelIds: $chosen }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n    }\n  }\n": types.HotelChoicesDocument,
    "\n  query ProviderNames {\n    providers {\n      key\n      name\n    }\n  }\n": types.ProviderNamesDocument,
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
export function graphql(source: "\n  query Fleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsConfigurationFilter) {\n    configurations(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: $filter\n      orderBy: { field: HOTEL_ID }\n    ) {\n      nodes {\n        id\n        provider\n        enabled\n        lastSyncAt\n        nextSyncAt\n        hotel {\n          id\n          pmsRegistration {\n            name\n            timeZone\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    providers {\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  query Fleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsConfigurationFilter) {\n    configurations(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: $filter\n      orderBy: { field: HOTEL_ID }\n    ) {\n      nodes {\n        id\n        provider\n        enabled\n        lastSyncAt\n        nextSyncAt\n        hotel {\n          id\n          pmsRegistration {\n            name\n            timeZone\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n    providers {\n      key\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HotelChoices($search: String, $chosen: [ID!]!) {\n    found: registrations(first: 50, filter: { search: $search }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    chosen: registrations(first: 1, filter: { hotelIds: $chosen }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query HotelChoices($search: String, $chosen: [ID!]!) {\n    found: registrations(first: 50, filter: { search: $search }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    chosen: registrations(first: 1, filter: { hotelIds: $chosen }) {\n      nodes {\n        name\n        hotel {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProviderNames {\n    providers {\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  query ProviderNames {\n    providers {\n      key\n      name\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;