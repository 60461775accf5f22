/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Codes of all errors of this subgraph, in payloads and in `extensions.code` of GraphQL errors. */
export type PmsErrorCode =
  /** The hotel is connected to another account than the change was meant for. */
  | 'ACCOUNT_CHANGED'
  /** The booking has several rooms at the PMS; it has to be changed there. */
  | 'AMBIGUOUS_TARGET'
  /** An argument is invalid; `field` names it. */
  | 'BAD_USER_INPUT'
  /** The change has been sent or has ended, and can no longer be taken back. */
  | 'CHANGE_NOT_OPEN'
  /** The change set does not stand where this can be done. */
  | 'CHANGE_SET_STATE'
  /** The configuration of this hotel and provider is paused. */
  | 'CONFIGURATION_DISABLED'
  /** The service is configured wrongly; the message names the variable. */
  | 'CONFIGURATION_INVALID'
  /** The stored credentials cannot be decrypted with the configured keys. */
  | 'CREDENTIALS_UNREADABLE'
  /** The token lacks the required permission. */
  | 'FORBIDDEN'
  /** The GraphQL document has a syntax error. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The GraphQL document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** Unexpected error in this service. The request id finds it in the log. */
  | 'INTERNAL_SERVER_ERROR'
  /** The path exists, but not for this HTTP method. */
  | 'METHOD_NOT_ALLOWED'
  /** Does not exist, or belongs to a hotel that the token does not cover. */
  | 'NOT_FOUND'
  /** Only documents that the service was started with are executed. */
  | 'OPERATION_NOT_TRUSTED'
  /** The operation is too deep, too wide or too costly; the message says what is allowed. */
  | 'OPERATION_TOO_LARGE'
  /** This service is not allowed to call the address. */
  | 'OUTBOUND_URL_REFUSED'
  /** The booking is further along at the PMS than what was wanted. */
  | 'OVERTAKEN'
  /** The request body is larger than allowed. */
  | 'PAYLOAD_TOO_LARGE'
  /** No document has been sent for this hash yet; send its text together with the hash. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The PMS has moved on since it was shown; look again. */
  | 'PREVIEW_OUTDATED'
  /** The PMS sent a response that its API does not allow. */
  | 'PROVIDER_BAD_RESPONSE'
  /** The PMS no longer knows the page that the sync wanted to continue from. */
  | 'PROVIDER_CURSOR_INVALID'
  /** The credentials are valid but not allowed for this operation or property. */
  | 'PROVIDER_FORBIDDEN'
  /** The rate limit of the PMS is used up for longer than a sync waits. */
  | 'PROVIDER_RATE_LIMITED'
  /** The PMS refused the request. */
  | 'PROVIDER_REJECTED'
  /** The PMS did not answer in time. */
  | 'PROVIDER_TIMEOUT'
  /** The PMS refused the credentials. */
  | 'PROVIDER_UNAUTHORIZED'
  /** The PMS cannot be reached or answers with a server error. */
  | 'PROVIDER_UNAVAILABLE'
  /** An item from the PMS is invalid; `path` names the field. */
  | 'RECORD_INVALID'
  /** The database rejected an item; it is kept as a failure. */
  | 'RECORD_REJECTED'
  /** The database or the queue is not available; try again. */
  | 'SERVICE_UNAVAILABLE'
  /** It is not as the caller believed it to be; `field` names the first difference. Nothing was recorded. */
  | 'STALE_EXPECTED'
  /** A sync of this hotel, provider and entity is active; `syncLogId` names it. */
  | 'SYNC_ALREADY_RUNNING'
  /** The sync was cancelled by a person or a shutdown. */
  | 'SYNC_CANCELLED'
  /** The process that ran the sync stopped too often; the checkpoint is kept. */
  | 'SYNC_INTERRUPTED'
  /** Another worker has taken the sync over. */
  | 'SYNC_LEASE_LOST'
  /** The sync has ended and can no longer be cancelled. */
  | 'SYNC_NOT_ACTIVE'
  /** The sync was ended, since it made no progress for too long. */
  | 'SYNC_STALLED'
  /** The PMS no longer has what was to be changed. */
  | 'TARGET_GONE'
  /** Somebody at the PMS keeps it from being changed. */
  | 'TARGET_LOCKED'
  /** A change set has at most 10,000 items; the message says how many there were. */
  | 'TOO_MANY_ITEMS'
  /** More of a change set was refused than it may be; what is left of it was not sent. */
  | 'TOO_MANY_REFUSED'
  /** Too many requests; `Retry-After` says when to try again. */
  | 'TOO_MANY_REQUESTS'
  /** The hotel has too many change sets that were not run. */
  | 'TOO_MANY_SETS'
  /** The status of the booking does not allow this. */
  | 'TRANSITION_REFUSED'
  /** No bearer token, or one that is invalid or expired. */
  | 'UNAUTHENTICATED'
  /** No provider is registered under this key. */
  | 'UNKNOWN_PROVIDER'
  /** The provider cannot do this (see its capabilities). */
  | 'UNSUPPORTED_CAPABILITY'
  /** The content type of the request is not supported. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** Somebody else has changed it since it was read; read it again. */
  | 'VERSION_CONFLICT'
  /** This hotel does not allow this change at its PMS; see `actions` of the configuration. */
  | 'WRITES_DISABLED';

/** What a sync is doing at the moment. */
export type PmsSyncPhase =
  /** Ended; see `status`. */
  | 'ENDED'
  /** Fetching from the PMS and storing. */
  | 'FETCHING'
  /** Everything is stored; marking what the PMS no longer has. */
  | 'FINISHING'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** Waiting for the rate limit of the PMS or for a retry, until `waitingUntil`. This is not a failure. */
  | 'WAITING';

/** Status of a sync. */
export type PmsSyncStatus =
  /** Stopped by a person; what was stored stays. */
  | 'CANCELLED'
  /** Ended; everything was stored. */
  | 'COMPLETED'
  /** Ended early, with `errorCode`; what was stored stays. */
  | 'FAILED'
  /** Ended; some items could not be stored and are kept as failures. */
  | 'PARTIAL'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** In progress, or waiting for the rate limit of the PMS. */
  | 'RUNNING';

export type ArrivalsQueryVariables = Exact<{
  hotelId: string | number;
  day: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ArrivalsQuery = { bookings: { edges: Array<{ cursor: string, node: { id: string, guestName: string, checkOut: string, room: { id: string, roomNumber: string } | null } }>, pageInfo: { startCursor: string | null, endCursor: string | null, hasNextPage: boolean, hasPreviousPage: boolean } } };

export type StartSyncMutationVariables = Exact<{
  hotelId: string | number;
  provider: string;
}>;


export type StartSyncMutation = { syncBookings: { syncLog: { id: string } | null, errors: Array<{ code: PmsErrorCode, message: string, syncLogId: string | null }> } };

export type SyncProgressSubscriptionVariables = Exact<{
  hotelId: string | number;
  syncLogId: string | number;
}>;


export type SyncProgressSubscription = { syncProgress: { phase: PmsSyncPhase, status: PmsSyncStatus, processed: number, total: number | null } };


export const ArrivalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Arrivals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"day"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"checkIn"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"day"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"day"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"GUEST_NAME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}}]} as unknown as DocumentNode<ArrivalsQuery, ArrivalsQueryVariables>;
export const StartSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncBookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]}}]}}]} as unknown as DocumentNode<StartSyncMutation, StartSyncMutationVariables>;
export const SyncProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SyncProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"syncLogId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"processed"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}}]} as unknown as DocumentNode<SyncProgressSubscription, SyncProgressSubscriptionVariables>;