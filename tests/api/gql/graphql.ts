/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on bookings; all of them have to hold. */
export type PmsBookingFilter = {
  /** Arrival date is in this range. */
  checkIn?: PmsDateRange | null | undefined;
  /** Departure date is in this range. */
  checkOut?: PmsDateRange | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Belongs to the guest profile with this id at the PMS. */
  guestExternalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Is of the rate plan with this id at the PMS. */
  ratePlanExternalId?: string | null | undefined;
  /** Assigned to the room with this id at the PMS. */
  roomExternalId?: string | null | undefined;
  /** Assigned to the room with this number. */
  roomNumber?: string | null | undefined;
  /** Is of the room type with this id at the PMS. */
  roomTypeExternalId?: string | null | undefined;
  /** Words, or beginnings of words, that all occur in the guest’s name, email address or confirmation number, in any order, case and accents. */
  search?: string | null | undefined;
  /** Status is one of these. */
  status?: Array<PmsBookingStatus> | null | undefined;
  /** The guest stays that night; a day use counts on its day. */
  stayCovers?: string | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Order of a list of PmsBooking. */
export type PmsBookingOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsBookingOrderField;
};

/** What a list can be ordered by. */
export type PmsBookingOrderField =
  /** Arrival date. */
  | 'CHECK_IN'
  /** Departure date. */
  | 'CHECK_OUT'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Name of the guest. */
  | 'GUEST_NAME'
  /** Number of the room. */
  | 'ROOM_NUMBER'
  /** Status, alphabetically. */
  | 'STATUS'
  /** Total, whatever the currency. */
  | 'TOTAL_AMOUNT'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

/** Status of a booking. */
export type PmsBookingStatus =
  /** Cancelled. */
  | 'CANCELLED'
  /** The guest has checked in and not yet left. */
  | 'CHECKED_IN'
  /** The guest has left. */
  | 'CHECKED_OUT'
  /** Confirmed; the guest is expected. */
  | 'CONFIRMED'
  /** The guest did not come. */
  | 'NO_SHOW'
  /** Requested, not yet confirmed. */
  | 'PENDING';

/** Something that can be done at a PMS. */
export type PmsChangeAction =
  /** Cancels a booking. */
  | 'BOOKING_CANCEL'
  /** Dates, room type or party of a booking. */
  | 'BOOKING_CHANGE'
  /** Checks a guest in. */
  | 'BOOKING_CHECK_IN'
  /** Checks a guest out. */
  | 'BOOKING_CHECK_OUT'
  /** Adds a note to a booking. */
  | 'BOOKING_NOTE'
  /** Takes back the cancellation of a booking. */
  | 'BOOKING_REINSTATE'
  /** The room of a booking. */
  | 'BOOKING_ROOM'
  /** Takes back a check-in. */
  | 'BOOKING_UNDO_CHECK_IN'
  /** How clean a room is. */
  | 'HOUSEKEEPING_CONDITION'
  /** Asks for something in a room to be repaired or seen to. */
  | 'MAINTENANCE_CREATE'
  /** What has to be repaired, and how far it is. */
  | 'MAINTENANCE_UPDATE'
  /** Takes a room out of sale for some nights. */
  | 'ROOM_BLOCK_CREATE'
  /** Gives a blocked room back to sale. */
  | 'ROOM_BLOCK_END';

/** Fields that are changed and compared together. */
export type PmsChangeGroup =
  /** Nights on which a room is not sold, and what for. */
  | 'BLOCK'
  /** Why a room is blocked, and how clean it is afterwards. */
  | 'BLOCK_REASON'
  /** How clean a room is. */
  | 'CONDITION'
  /** Notes; they are only added to. */
  | 'NOTE'
  /** Whether somebody is in a room, as the front desk has it. */
  | 'OCCUPANCY'
  /** Numbers of adults and children. */
  | 'PARTY'
  /** What has to be repaired or seen to. */
  | 'REQUEST'
  /** Assigned room. */
  | 'ROOM'
  /** Status of the booking, or of what has to be repaired. */
  | 'STATUS'
  /** Days of arrival and departure. */
  | 'STAY'
  /** Room type. */
  | 'TYPE';

/** A hotel’s connection to a channel. Stored anew as a whole, and sent anew as a whole. */
export type PmsChannelInput = {
  /** Key of the channel, such as `channex`. */
  channel: string;
  /** Credentials, such as `{ apiKey }`. Stored encrypted and never returned; left out: those that are stored. */
  credentials?: Record<string, unknown> | null | undefined;
  /** ISO 4217 code of the property’s prices at the channel. */
  currency: string;
  /** Whether anything is sent; true if not given. */
  enabled?: boolean | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Rate plans that are sold there. */
  plans: Array<PmsChannelPlanInput>;
  /** Id of the hotel’s property at the channel. */
  propertyId: string;
  /** Key of the provider whose prices are sent. */
  provider: string;
  /** Room types that are sold there. */
  rooms: Array<PmsChannelRoomInput>;
  /** Settings, such as `{ baseUrl }` of a test environment. New ones need the credentials again. */
  settings?: Record<string, unknown> | null | undefined;
  /** From 1 minute to 7 days; 180 if not given. */
  staleAfterMinutes?: number | null | undefined;
  /** CLOSE if not given. */
  whenStale?: PmsStaleChoice | null | undefined;
};

/** Identifies a hotel’s connection to a channel. */
export type PmsChannelKey = {
  /** Key of the channel, such as `channex`. */
  channel: string;
  /** Id of the hotel. */
  hotelId: string | number;
};

/** A channel that nothing is to be sent to. */
export type PmsChannelPauseInput = {
  /** Key of the channel, such as `channex`. */
  channel: string;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Why, for whoever finds it paused; at most 500 characters. */
  reason?: string | null | undefined;
};

/** A rate plan of a room type, at the PMS and at the channel. */
export type PmsChannelPlanInput = {
  /** Id of the rate plan at the channel. */
  channelId: string;
  /** Id of the rate plan at the PMS. */
  ratePlanExternalId: string;
  /** Id of the room type at the PMS. */
  roomTypeExternalId: string;
};

/** A room type at the PMS and at the channel. */
export type PmsChannelRoomInput = {
  /** Id of the room type at the channel. */
  channelId: string;
  /** Id of the room type at the PMS. */
  roomTypeExternalId: string;
};

/** How a channel stands. */
export type PmsChannelState =
  /** Nothing is sold there, since what is known is too old. */
  | 'CLOSED'
  /** Nothing is sent, since what is known is too old; what was sent before is still sold. */
  | 'HELD'
  /** Everything that was read at the PMS is sent, or about to be. */
  | 'LIVE'
  /** Everything is about to be sent for the first time. */
  | 'OPENING'
  /** The channel did not take the last message; it is sent again at `nextAttemptAt`. */
  | 'WAITING';

/** Whether requests are sent to a PMS with one account. */
export type PmsCircuitState =
  /** Requests are sent. */
  | 'CLOSED'
  /** The while is over: one sync finds out whether the PMS answers again. */
  | 'HALF_OPEN'
  /** Too many requests failed in a row: none is sent for a while. */
  | 'OPEN';

/** Cleaning status of a room, from housekeeping. */
export type PmsCleaningStatus =
  /** Clean. */
  | 'CLEAN'
  /** To be cleaned. */
  | 'DIRTY'
  /** Clean, and checked by a supervisor. */
  | 'INSPECTED'
  /** Being cleaned now. */
  | 'IN_PROGRESS';

/** How clean a room is. */
export type PmsCondition =
  /** Clean. */
  | 'CLEAN'
  /** To be cleaned. */
  | 'DIRTY'
  /** Clean, and checked by a supervisor. */
  | 'INSPECTED'
  /** Being cleaned now. */
  | 'IN_PROGRESS'
  /** Nearly clean: to be tidied up. */
  | 'PICKUP'
  /** The PMS does not say, or hides it while the room is out of order. */
  | 'UNKNOWN';

/** A hotel’s connection to a PMS provider. On an update, fields that are left out keep their values. */
export type PmsConfigurationInput = {
  /** What they may do there; null for all that the provider can. */
  actions?: Array<PmsChangeAction> | null | undefined;
  /** Instead of `credentials`: only the fields that change. The others keep their stored values; null removes a field. */
  changedCredentials?: Record<string, unknown> | null | undefined;
  /** Who gives way when something was changed here and at the PMS; groups that are left out stay. */
  conflictDefaults?: Array<PmsGroupDefaultInput> | null | undefined;
  /** Credentials by the provider’s `credentialSchema`; required on creation. Stored encrypted and never returned. */
  credentials?: Record<string, unknown> | null | undefined;
  /** Whether syncs run; true by default on creation. */
  enabled?: boolean | null | undefined;
  /** Id of the property at the PMS; null when the credentials imply it. */
  externalHotelId?: string | null | undefined;
  /** Whether a new connection is synced at once, all that the provider has of it, whatever its schedule. Without a meaning for one that exists. */
  firstSync?: boolean | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Why it is paused, with `enabled: false`. Removed when it is enabled again. */
  pausedReason?: string | null | undefined;
  /** Key of the provider. */
  provider: string;
  /** Settings by the provider’s `settingsSchema`. After a change of host the secrets have to be entered again. */
  settings?: Record<string, unknown> | null | undefined;
  /** Cron expression in the hotel’s time zone, such as `*\/15 * * * *`; null for no schedule. */
  syncSchedule?: string | null | undefined;
  /** The `version` that was read: refused with VERSION_CONFLICT when it has changed since then. */
  version?: number | null | undefined;
  /** Whether people may change things at the PMS; false by default on creation. */
  writeEnabled?: boolean | null | undefined;
};

/** Identifies a hotel’s connection to a provider. */
export type PmsConfigurationKey = {
  /** Id of the hotel. */
  hotelId: string | number;
  /** Key of the provider. */
  provider: string;
};

/** A configuration to test: the stored one, with any of its values replaced. */
export type PmsConfigurationTestInput = {
  /** Instead of `credentials`: only these fields are replaced. Not stored. */
  changedCredentials?: Record<string, unknown> | null | undefined;
  /** Used instead of the stored ones. Not stored. */
  credentials?: Record<string, unknown> | null | undefined;
  /** Used instead of the stored one. Not stored. */
  externalHotelId?: string | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Key of the provider. */
  provider: string;
  /** Used instead of the stored ones. Not stored. With another host, the secrets are required too. */
  settings?: Record<string, unknown> | null | undefined;
};

/** Who gives way when something was changed here and at the PMS. */
export type PmsConflictDefault =
  /** A person decides each time. */
  | 'ASK'
  /** What is wanted here is sent, once. */
  | 'OURS'
  /** The PMS keeps what it has. */
  | 'THEIRS';

/** A range of dates, both ends included; a missing end is open. */
export type PmsDateRange = {
  /** First date, included. */
  from?: string | null | undefined;
  /** Last date, included. */
  to?: string | null | undefined;
};

/** How prices follow those of another rate plan. */
export type PmsDerivationKind =
  /** By a fixed amount. */
  | 'AMOUNT'
  /** By a share of the other price. */
  | 'PERCENT';

/** Type of entity that is synced. */
export type PmsEntityType =
  /** Rooms that are left to sell a day, of each room type. */
  | 'AVAILABILITY'
  /** Reservations. */
  | 'BOOKING'
  /** Guest profiles. */
  | 'GUEST'
  /** The state of rooms: condition, occupancy, who cleans. */
  | 'HOUSEKEEPING'
  /** What has to be repaired or seen to. */
  | 'MAINTENANCE_REQUEST'
  /** Prices and restrictions a day, of each rate plan and room type. */
  | 'RATE'
  /** Conditions at which rooms are sold. */
  | 'RATE_PLAN'
  /** Rooms. */
  | 'ROOM'
  /** Nights on which rooms are out of order or kept back. */
  | 'ROOM_BLOCK'
  /** Kinds of rooms that a hotel sells. */
  | 'ROOM_TYPE';

/** Who has to act on an error. */
export type PmsErrorClass =
  /** The PMS refused the credentials: enter them again. */
  | 'AUTH'
  /** The configuration is wrong: correct it. */
  | 'CONFIGURATION'
  /** Items are invalid: correct them in the PMS. */
  | 'DATA'
  /** This service failed: ask its operator. */
  | 'INTERNAL'
  /** No longer served. */
  | 'OURS'
  /** The account lacks rights at the PMS: have them granted there. */
  | 'PERMISSION'
  /** The PMS is down or answers wrongly: wait, or ask its support. */
  | 'PROVIDER'
  /** The rate limit of the PMS is used up: sync less often. */
  | 'RATE';

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

/** Conditions on the hotels of the fleet; all of them have to hold. */
export type PmsFleetFilter = {
  /** Has items that could not be stored and are not resolved. */
  hasOpenFailures?: boolean | null | undefined;
  /** Has a stream that is wanted and has been down for a minute; meanwhile the PMS is polled. */
  hasStreamDown?: boolean | null | undefined;
  /** Has changes at its PMS that wait for a person: conflicts, or such of which nobody knows what came of them. */
  hasUndecidedChanges?: boolean | null | undefined;
  /** Connected to the provider with this key; only this connection counts for the state. */
  provider?: string | null | undefined;
  /** Text that occurs in the name or slug, in any case and accents. */
  search?: string | null | undefined;
  /** State is one of these. */
  state?: Array<PmsFreshnessState> | null | undefined;
};

/** How up to date stored data is against the PMS. */
export type PmsFreshnessState =
  /** The last syncs failed; `lastError` says why. */
  | 'FAILING'
  /** A complete sync is as recent as the schedule promises; without a schedule, less than a day old. */
  | 'FRESH'
  /** The sync that was due has not completed yet. */
  | 'LATE'
  /** No complete sync yet. */
  | 'NEVER'
  /** The configuration is paused. */
  | 'PAUSED'
  /** Two syncs in a row that were due did not complete. */
  | 'STALE';

/** Who gives way in conflicts over a group. */
export type PmsGroupDefaultInput = {
  /** Who gives way. */
  choice: PmsConflictDefault;
  /** What is contested. */
  group: PmsChangeGroup;
};

/** Conditions on guests; all of them have to hold. */
export type PmsGuestFilter = {
  /** Country is one of these (ISO 3166-1 alpha-2). */
  country?: Array<string> | null | undefined;
  /** Email address equals this, in any case. */
  email?: string | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Words, or beginnings of words, that all occur in the name, email address or phone number, in any order, case and accents. */
  search?: string | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** A hotel to register. Registering it again changes its registration. */
export type PmsHotelInput = {
  /** ISO 4217 code of the hotel’s currency. */
  currency: string;
  /** Id of the hotel in the platform; generated when left out. */
  id?: string | number | null | undefined;
  /** Name of the hotel. */
  name: string;
  /** Unique short name for URLs: lower case letters, digits and dashes. */
  slug: string;
  /** IANA name of the time zone, such as `Europe/Lisbon`. */
  timeZone: string;
  /** The `version` that was read: refused with VERSION_CONFLICT when it has changed since then. */
  version?: number | null | undefined;
};

/** Removes a hotel with everything that is stored of it. */
export type PmsHotelRemovalInput = {
  /** The hotel’s slug, typed by the person who removes it. */
  confirmation: string;
  /** Id of the hotel. */
  hotelId: string | number;
};

/** Changes a registered hotel; a field that is left out stays as it is. */
export type PmsHotelUpdateInput = {
  /** ISO 4217 code of the hotel’s currency. */
  currency?: string | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Name of the hotel. */
  name?: string | null | undefined;
  /** IANA name of the time zone, such as `Europe/Lisbon`; schedules are read in it from now on. */
  timeZone?: string | null | undefined;
  /** The `version` that was read: refused with VERSION_CONFLICT when it has changed since then. */
  version?: number | null | undefined;
};

/** Direction of an order. */
export type PmsOrderDirection =
  /** Smallest first, null last. */
  | 'ASC'
  /** Null first, then largest first. */
  | 'DESC';

/** What a token allows. */
export type PmsPermission =
  /** Read and change. */
  | 'ADMIN_EDIT'
  /** Read. */
  | 'ADMIN_VIEW';

/** What a channel did not take. */
export type PmsRefusalKind =
  /** How many rooms of a type are left. */
  | 'AVAILABILITY'
  /** Price and restrictions of a rate plan. */
  | 'RATE';

/** Conditions on registered hotels; all of them have to hold. */
export type PmsRegistrationFilter = {
  /** Id is one of these. */
  hotelIds?: Array<string | number> | null | undefined;
  /** Text that occurs in the name or slug, in any case and accents. */
  search?: string | null | undefined;
};

/** Conditions on the failures to replay; all of them have to hold. */
export type PmsReplayFilter = {
  /** `errorCode` equals this. */
  errorCode?: string | null | undefined;
  /** Item has this id at the PMS. */
  externalId?: string | null | undefined;
  /** `path` equals this; an empty text finds failures without a path. */
  path?: string | null | undefined;
};

/** Failures to replay: all open ones of a hotel, provider and entity type, or some of them. */
export type PmsReplayInput = {
  /** Only count, change nothing. */
  dryRun?: boolean;
  /** Entity type of the items. */
  entityType: PmsEntityType;
  /** Ids of failures to replay. */
  failureIds?: Array<string | number> | null | undefined;
  /** Replay only failures that match. */
  filter?: PmsReplayFilter | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Key of the provider. */
  provider: string;
  /** Replay only failures of this sync. */
  syncLogId?: string | number | null | undefined;
};

/** Conditions on room blocks; all of them have to hold. */
export type PmsRoomBlockFilter = {
  /** This night is blocked. */
  covers?: string | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Some booking has the room on a blocked night, or none has. */
  isOverBooking?: boolean | null | undefined;
  /** Kind is one of these. */
  kind?: Array<PmsRoomBlockKind> | null | undefined;
  /** Some night of this range is blocked. */
  nights?: PmsDateRange | null | undefined;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Blocks the room with this id at the PMS. */
  roomExternalId?: string | null | undefined;
  /** Blocks the room with this number. */
  roomNumber?: string | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Why a room is not sold. */
export type PmsRoomBlockKind =
  /** Kept back for somebody. */
  | 'HOLD'
  /** Used by the hotel itself. */
  | 'HOUSE_USE'
  /** Cannot be used, and is not counted as inventory. */
  | 'OUT_OF_ORDER'
  /** Not for sale for a short time, but counted as inventory. */
  | 'OUT_OF_SERVICE';

/** Conditions on rooms; all of them have to hold. */
export type PmsRoomFilter = {
  /** Cleaning status is one of these. */
  cleaningStatus?: Array<PmsCleaningStatus> | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Floor is one of these, as the PMS names them. */
  floor?: Array<string> | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Room number equals this. */
  roomNumber?: string | null | undefined;
  /** Room type is one of these, as the PMS names them. */
  roomType?: Array<string> | null | undefined;
  /** Status is one of these. */
  status?: Array<PmsRoomStatus> | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Availability of a room. */
export type PmsRoomStatus =
  /** Free to sell. */
  | 'AVAILABLE'
  /** Blocked by the hotel. */
  | 'BLOCKED'
  /** Occupied by a guest. */
  | 'OCCUPIED'
  /** Not for sale and not counted as inventory, such as during repairs. */
  | 'OUT_OF_ORDER'
  /** Not for sale for a short time, but counted as inventory. */
  | 'OUT_OF_SERVICE';

/** Whether a stored row matches the PMS. */
export type PmsRowSyncStatus =
  /** Changed here and at the PMS. A person has to decide. */
  | 'CONFLICT'
  /** The PMS refused the change; `syncError` says why. */
  | 'FAILED'
  /** Changed here, not yet written to the PMS. */
  | 'PENDING'
  /** Matches the last version from the PMS. */
  | 'SYNCED';

/** What happens at a channel when prices and availability of the PMS are too old. */
export type PmsStaleChoice =
  /** Nothing is sold until they are known again. */
  | 'CLOSE'
  /** What was sent before stays on sale. */
  | 'HOLD';

/** Interval that statistics are grouped by, in UTC. */
export type PmsStatisticsBucket =
  /** Days. */
  | 'DAY'
  /** Hours. */
  | 'HOUR';

/** Period that statistics cover, from the start of the hour or day in which it begins. */
export type PmsStatisticsSpan =
  /** The last 24 hours. */
  | 'DAY'
  /** The last 30 days. */
  | 'MONTH'
  /** The last 7 days. */
  | 'WEEK';

/** What guests do in a room on a day. */
export type PmsStay =
  /** A guest arrives. */
  | 'ARRIVAL'
  /** A guest leaves, and nobody follows that day. */
  | 'DEPARTURE'
  /** Nobody stays, leaves or arrives. */
  | 'FREE'
  /** The guest stays. */
  | 'STAYOVER'
  /** A guest leaves and another one arrives. */
  | 'TURNOVER';

/** How a stream stands. */
export type PmsStreamState =
  /** Connected; what happened before is being fetched. */
  | 'CATCHING_UP'
  /** A worker is connecting to the PMS. */
  | 'CONNECTING'
  /** Connected and up to date. */
  | 'LIVE'
  /** Not connected: somebody else holds the one connection that the PMS allows. */
  | 'LOCKED_OUT'
  /** Not switched on in the settings, or the configuration is paused. */
  | 'OFF'
  /** Not connected: no worker holds it, or the next attempt is due later. */
  | 'WAITING';

/** Conditions on failures; all of them have to hold. */
export type PmsSyncFailureFilter = {
  /** Entity type of the item is this. */
  entityType?: PmsEntityType | null | undefined;
  /** `errorCode` equals this. */
  errorCode?: string | null | undefined;
  /** Item has this id at the PMS. */
  externalId?: string | null | undefined;
  /** True: only open failures; false: only resolved ones. */
  open?: boolean | null | undefined;
  /** `path` equals this; an empty text finds failures without a path. */
  path?: string | null | undefined;
  /** Provider has this key. */
  provider?: string | null | undefined;
};

/** A sync to start. Without `since` and `full` it fetches what changed since the start of the last complete sync. */
export type PmsSyncInput = {
  /** Allow this sync to mark more rows as deleted than the safety limit. */
  acceptDeletions?: boolean;
  /** Fetch everything, and mark rows as deleted that the PMS no longer has. */
  full?: boolean;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Largest number of items to process. */
  limit?: number | null | undefined;
  /** Key of the provider. */
  provider: string;
  /** Fetch only what changed at the PMS since this time. */
  since?: string | null | undefined;
  /** Slice of the entity type, such as NEAR; the first one if not given. */
  slice?: string | null | undefined;
  /** Wait for the end of the sync before answering. */
  wait?: boolean;
};

/** Conditions on syncs; all of them have to hold. */
export type PmsSyncLogFilter = {
  /** Entity type is this. */
  entityType?: PmsEntityType | null | undefined;
  /** Hotel is one of these. */
  hotelIds?: Array<string | number> | null | undefined;
  /** Operation is this. */
  operation?: PmsSyncOperation | null | undefined;
  /** Provider has this key. */
  provider?: string | null | undefined;
  /** Slice of the entity type is this. */
  slice?: string | null | undefined;
  /** Started within this period. */
  startedAt?: PmsTimeRange | null | undefined;
  /** Status is one of these. */
  status?: Array<PmsSyncStatus> | null | undefined;
  /** Trigger is this. */
  trigger?: PmsSyncTrigger | null | undefined;
};

/** How much a sync fetches. */
export type PmsSyncOperation =
  /** Everything, whatever is stored already. */
  | 'FULL'
  /** What changed since the last complete sync, or since a given time. */
  | 'INCREMENTAL'
  /** Failed items again. */
  | 'REPLAY'
  /** What webhooks reported. */
  | 'WEBHOOK';

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

/** What started a sync. */
export type PmsSyncTrigger =
  /** Webhooks may have been lost: after silence of the PMS, downtime of this service, or a new endpoint. */
  | 'GAP'
  /** A person. */
  | 'MANUAL'
  /** A person who replayed failures. */
  | 'REPLAY'
  /** The schedule of the configuration. */
  | 'SCHEDULED'
  /** A webhook of the PMS. */
  | 'WEBHOOK';

/** Result of a step. */
export type PmsTestOutcome =
  /** The step failed, and the test ended. */
  | 'FAILED'
  /** The step succeeded. */
  | 'PASSED'
  /** Not known, since an earlier step or one beside it failed. */
  | 'UNKNOWN'
  /** The step succeeded, but something should be corrected. */
  | 'WARNING';

/** A period of time; a missing end is open. */
export type PmsTimeRange = {
  /** Start of the period, included. */
  from?: string | null | undefined;
  /** End of the period, not included. */
  to?: string | null | undefined;
};

/** The configuration whose webhook key and secret to replace. */
export type PmsWebhookSecretInput = {
  /** Id of the hotel. */
  hotelId: string | number;
  /** Hours for which the previous key and secret stay valid, from 0 to 168; 24 by default. */
  overlapHours?: number | null | undefined;
  /** Key of the provider. */
  provider: string;
  /** Secret that the PMS generated; one is generated here when left out. */
  secret?: string | null | undefined;
};

export type AriChangesQueryVariables = Exact<{
  hotelId: string | number;
  after?: string | null | undefined;
  first?: number;
}>;


export type AriChangesQuery = { ariChanges: { nodes: Array<{ entityType: PmsEntityType, ratePlanExternalId: string | null, from: string, to: string, fields: Array<string>, seenAt: string, seenAfter: string | null, changeId: string | null, before: { amounts: Array<Array<number | null> | null> | null, closed: Array<boolean | null> | null }, after: { amounts: Array<Array<number | null> | null> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AriChangedSubscriptionVariables = Exact<{
  hotelId: string | number;
}>;


export type AriChangedSubscription = { ariChanged: { from: string, after: { amounts: Array<Array<number | null> | null> | null } } };

export type BookingsQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsBookingFilter | null | undefined;
}>;


export type BookingsQuery = { bookings: { nodes: Array<{ externalId: string, totalAmountCents: number | null, metadata: Record<string, unknown> | null, checkIn: string, externalUpdatedAt: string | null, guest: { lastName: string } | null, room: { roomNumber: string } | null, hotel: { id: string, pmsRegistration: { timeZone: string } | null } }> } };

export type BookingByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type BookingByIdQuery = { booking: { id: string, externalId: string, deletedAt: string | null } | null };

export type RatesQueryVariables = Exact<{
  hotelId: string | number;
  from: string;
  to: string;
  ratePlanIds?: Array<string | number> | string | number | null | undefined;
  roomTypeIds?: Array<string | number> | string | number | null | undefined;
}>;


export type RatesQuery = { rates: { days: Array<string>, trueAsOf: string | null, series: Array<{ provider: string, ratePlanExternalId: string, roomTypeExternalId: string, currency: string, amounts: Array<Array<number | null> | null> | null, closed: Array<boolean | null> | null, maxStay: Array<number | null> | null, ratePlan: { id: string } | null }> } };

export type RateDaysQueryVariables = Exact<{
  hotelId: string | number;
  from: string;
  to: string;
}>;


export type RateDaysQuery = { rates: { series: Array<{ days: Array<{ date: string, amounts: Array<number | null> | null, closed: boolean | null }> }> } };

export type AvailabilityQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type AvailabilityQuery = { availability: { series: Array<{ roomTypeExternalId: string, available: Array<number | null> | null, sold: Array<number | null> | null, roomType: { id: string } | null, days: Array<{ date: string, available: number | null }> }> } };

export type ConnectChannelMutationVariables = Exact<{
  input: PmsChannelInput;
}>;


export type ConnectChannelMutation = { connectChannel: { errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type PauseChannelMutationVariables = Exact<{
  input: PmsChannelPauseInput;
}>;


export type PauseChannelMutation = { pauseChannel: { channel: { name: string, enabled: boolean, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type ResumeChannelMutationVariables = Exact<{
  input: PmsChannelKey;
}>;


export type ResumeChannelMutation = { resumeChannel: { channel: { name: string, enabled: boolean, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type DisconnectChannelMutationVariables = Exact<{
  input: PmsChannelKey;
}>;


export type DisconnectChannelMutation = { disconnectChannel: { disconnected: boolean | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type ChannelsOfHotelQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type ChannelsOfHotelQuery = { channels: Array<{ channel: string, provider: string, propertyId: string, currency: string, enabled: boolean, whenStale: PmsStaleChoice, staleAfterMinutes: number, state: PmsChannelState, reason: string | null, pending: number, sentAt: string | null, confirmedAt: string | null, nextAttemptAt: string | null, refused: Array<{ kind: PmsRefusalKind }> }> };

export type SaveConfigurationMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SaveConfigurationMutation = { upsertConfiguration: { configuration: { externalHotelId: string | null, version: number } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type EditHotelMutationVariables = Exact<{
  input: PmsHotelInput;
}>;


export type EditHotelMutation = { registerHotel: { hotel: { pmsRegistration: { name: string, version: number } | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type RotateForVersionMutationVariables = Exact<{
  input: PmsWebhookSecretInput;
}>;


export type RotateForVersionMutation = { rotateWebhookSecret: { configuration: { version: number } | null } };

export type UpsertMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type UpsertMutation = { upsertConfiguration: { configuration: { id: string, hotelId: string, provider: string, enabled: boolean, settings: Record<string, unknown> | null, externalHotelId: string | null, credentialFields: Array<string> | null, syncSchedule: string | null, nextSyncAt: string | null } | null, errors: Array<{ code: PmsErrorCode, message: string, field: string | null }> } };

export type DeleteMutationVariables = Exact<{
  input: PmsConfigurationKey;
}>;


export type DeleteMutation = { deleteConfiguration: { deleted: boolean | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type ConfigurationListQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ConfigurationListQuery = { configurations: { totalCount: number, nodes: Array<{ hotelId: string }>, pageInfo: { hasNextPage: boolean } } };

export type TryOutMutationVariables = Exact<{
  input: PmsConfigurationTestInput;
}>;


export type TryOutMutation = { testConfiguration: { ok: boolean | null, propertyName: string | null, propertyTimeZone: string | null, steps: Array<{ name: string, detail: string, outcome: PmsTestOutcome }> | null, errors: Array<{ code: PmsErrorCode, message: string, field: string | null }> } };

export type EntitiesQueryVariables = Exact<{
  representations: Array<{ __typename: string; id: string }> | { __typename: string; id: string };
}>;


export type EntitiesQuery = { _entities: Array<
    | { __typename: 'Hotel', id: string, pmsRegistration: { slug: string } | null, rooms: { totalCount: number } | null }
    | { __typename: 'PmsBooking', id: string, externalId: string }
    | { __typename: 'PmsConfiguration' }
    | { __typename: 'PmsGuest', id: string, externalId: string }
    | { __typename: 'PmsHousekeeping' }
    | { __typename: 'PmsMaintenanceRequest' }
    | { __typename: 'PmsRatePlan' }
    | { __typename: 'PmsRoom', id: string, externalId: string }
    | { __typename: 'PmsRoomBlock' }
    | { __typename: 'PmsRoomType' }
    | { __typename: 'PmsSyncLog', id: string }
   | null> };

export type FailuresQueryVariables = Exact<{
  id: string | number;
}>;


export type FailuresQuery = { syncLog: { failures: { nodes: Array<{ reason: string, path: string | null, raw: Record<string, unknown> | null, mapping: { normalized: Record<string, unknown> | null, issues: Array<{ path: string | null, rule: string, message: string }> } | null }> } } | null };

export type FailureGroupsQueryVariables = Exact<{
  id: string | number;
  hotelId: string | number;
}>;


export type FailureGroupsQuery = { syncLog: { failureGroups: Array<{ path: string | null, count: number, openCount: number }> } | null, syncFailureGroups: Array<{ entityType: PmsEntityType, path: string | null, count: number, openCount: number }>, syncFailures: { nodes: Array<{ path: string | null }> } };

export type ReplayMatchingMutationVariables = Exact<{
  input: PmsReplayInput;
}>;


export type ReplayMatchingMutation = { replayFailures: { count: number | null, syncLog: { id: string } | null, errors: Array<{ code: PmsErrorCode }> } };

export type TryConnectionMutationVariables = Exact<{
  input: PmsConfigurationTestInput;
}>;


export type TryConnectionMutation = { testConfiguration: { steps: Array<{ name: string, outcome: PmsTestOutcome }> | null } };

export type RankedFleetQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsFleetFilter | null | undefined;
}>;


export type RankedFleetQuery = { fleet: { totalCount: number, nodes: Array<{ hotelId: string, state: PmsFreshnessState | null, since: string | null, arrivalsToday: number, openFailures: number, openConflicts: number, unknownChanges: number, freshness: Array<{ entityType: PmsEntityType, state: PmsFreshnessState, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, fleetStates: Array<{ state: PmsFreshnessState | null, hotels: number }> };

export type FleetQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PmsRegistrationFilter | null | undefined;
}>;


export type FleetQuery = { registrations: { nodes: Array<{ name: string, hotel: { id: string, freshness: Array<{ entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lateAt: string | null, failedRuns: number, lastErrorCode: string | null, lastError: string | null }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PausedQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type PausedQuery = { configurations: { nodes: Array<{ enabled: boolean, pausedReason: string | null, nextRuns: Array<string>, freshness: Array<{ state: PmsFreshnessState }> }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { subject: string, permissions: Array<PmsPermission>, hotelIds: Array<string> | null, expiresAt: string } };

export type RegisterMutationVariables = Exact<{
  input: PmsHotelInput;
}>;


export type RegisterMutation = { registerHotel: { hotel: { id: string, pmsRegistration: { slug: string, name: string, timeZone: string, currency: string } | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type HotelListsQueryVariables = Exact<{
  representations: Array<{ __typename: string; id: string }> | { __typename: string; id: string };
}>;


export type HotelListsQuery = { _entities: Array<
    | { bookings: { totalCount: number } | null, rooms: { totalCount: number } | null, guests: { totalCount: number } | null, syncLogs: { totalCount: number } | null, configurations: { totalCount: number } | null }
    | Record<PropertyKey, never>
   | null> };

export type RoomListQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsRoomFilter | null | undefined;
}>;


export type RoomListQuery = { rooms: { nodes: Array<{ externalId: string, amenities: Array<string> | null, rateCents: number | null, maxOccupancy: number | null }> } };

export type GuestListQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsGuestFilter | null | undefined;
}>;


export type GuestListQuery = { guests: { nodes: Array<{ externalId: string, totalSpent: number | null }> } };

export type SyncLogListQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsSyncLogFilter | null | undefined;
}>;


export type SyncLogListQuery = { syncLogs: { nodes: Array<{ triggeredBy: string | null }> } };

export type FailureListQueryVariables = Exact<{
  id: string | number;
  filter?: PmsSyncFailureFilter | null | undefined;
}>;


export type FailureListQuery = { syncLog: { failures: { nodes: Array<{ externalId: string | null, raw: Record<string, unknown> | null, path: string | null, syncLog: { id: string } | null }> } } | null };

export type PageQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: PmsBookingOrder | null | undefined;
  counted?: boolean;
}>;


export type PageQuery = { bookings: { totalCount?: number, edges: Array<{ cursor: string, node: { id: string, checkIn: string, roomNumber: string | null, totalAmountCents: number | null, updatedAt: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RoomsPageQueryVariables = Exact<{
  hotelId: string | number;
  after?: string | null | undefined;
}>;


export type RoomsPageQuery = { rooms: { edges: Array<{ cursor: string }> } };

export type ProviderHealthQueryVariables = Exact<{
  hotelId?: string | number | null | undefined;
  troubled?: boolean | null | undefined;
  first?: number | null | undefined;
}>;


export type ProviderHealthQuery = { providerHealth: Array<{ provider: string, state: PmsCircuitState, failures: number, since: string | null, reason: string | null, pausedUntil: string | null, nextTryAt: string | null, hotelCount: number, hotels: Array<{ id: string }> }> };

export type TryProviderNowMutationVariables = Exact<{
  input: PmsConfigurationKey;
}>;


export type TryProviderNowMutation = { tryProviderNow: { health: { state: PmsCircuitState, failures: number, pausedUntil: string | null, nextTryAt: string | null } | null, errors: Array<{ code: PmsErrorCode }> } };

export type SaveAccountOfHealthMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SaveAccountOfHealthMutation = { upsertConfiguration: { errors: Array<{ code: PmsErrorCode, message: string }> } };

export type SyncRoomsOfHealthMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRoomsOfHealthMutation = { syncRooms: { errors: Array<{ code: PmsErrorCode }> } };

export type ProvidersQueryVariables = Exact<{
  key: string;
}>;


export type ProvidersQuery = { provider: { key: string } | null, providers: Array<{ key: string, name: string, capabilities: Array<PmsEntityType>, credentialSchema: Record<string, unknown>, settingsSchema: Record<string, unknown>, limits: { pageSize: number, overlapMs: number, webhookLossHorizonMs: number | null, rate: { requests: number, perMs: number } } }> };

export type RemoveHotelMutationVariables = Exact<{
  input: PmsHotelRemovalInput;
}>;


export type RemoveHotelMutation = { removeHotel: { removedHotelId: string | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type RoomCareQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type RoomCareQuery = { rooms: { nodes: Array<{ externalId: string, housekeeping: { condition: PmsCondition, stay: PmsStay, room: { externalId: string } | null } | null, blocks: { nodes: Array<{ externalId: string }> } }> } };

export type StaysQueryVariables = Exact<{
  hotelId: string | number;
  stay?: Array<PmsStay> | PmsStay | null | undefined;
}>;


export type StaysQuery = { housekeeping: { nodes: Array<{ externalId: string, stay: PmsStay }> } };

export type BlocksQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsRoomBlockFilter | null | undefined;
}>;


export type BlocksQuery = { roomBlocks: { nodes: Array<{ externalId: string, conflictingBookings: Array<{ externalId: string, conflictingBlocks: Array<{ externalId: string }> }> }> } };

export type SoldQueryVariables = Exact<{
  hotelId: string | number;
  filter?: PmsBookingFilter | null | undefined;
}>;


export type SoldQuery = { bookings: { nodes: Array<{ externalId: string, bookedRoomType: { name: string } | null, ratePlan: { name: string, derivedFrom: { kind: PmsDerivationKind | null, value: number | null, ratePlanExternalId: string, ratePlan: { name: string } | null } | null } | null }> } };

export type PreviewQueryVariables = Exact<{
  syncSchedule: string;
  hotelId?: string | number | null | undefined;
  timeZone?: string | null | undefined;
  count?: number;
}>;


export type PreviewQuery = { schedulePreview: { timeZone: string, runs: Array<string> } };

export type SaveScheduleMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SaveScheduleMutation = { upsertConfiguration: { configuration: { enabled: boolean, nextSyncAt: string | null, nextRuns: Array<string>, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type SearchQueryVariables = Exact<{
  hotelId: string | number;
  search: string;
  hotels: Array<string | number> | string | number;
}>;


export type SearchQuery = { guests: { nodes: Array<{ lastName: string }> }, bookings: { nodes: Array<{ guestName: string }> }, registrations: { nodes: Array<{ slug: string }> }, fleet: { nodes: Array<{ hotelId: string }> } };

export type PageOfBookingsQueryVariables = Exact<{
  hotelId: string | number;
  after?: string | null | undefined;
}>;


export type PageOfBookingsQuery = { bookings: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, hotel: { id: string }, guest: { lastName: string } | null, room: { roomNumber: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } };

export type InfoFragment = { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } };

export type RoomsWithBookingsQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type RoomsWithBookingsQuery = { rooms: { nodes: Array<{ bookings: { totalCount: number, nodes: Array<{ checkIn: string }>, pageInfo: { hasNextPage: boolean } } }> } };

export type GuestsWithBookingsQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type GuestsWithBookingsQuery = { guests: { nodes: Array<{ all: { nodes: Array<{ id: string }> }, cancelled: { nodes: Array<{ id: string }> }, pending: { nodes: Array<{ id: string }> } }> } };

export type RunsWithFailuresQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type RunsWithFailuresQuery = { syncLogs: { nodes: Array<{ failures: { nodes: Array<{ reason: string }> } }> } };

export type BookingReferencesQueryVariables = Exact<{
  representations: Array<{ __typename: string; id: string }> | { __typename: string; id: string };
}>;


export type BookingReferencesQuery = { _entities: Array<
    | { __typename: 'Hotel' }
    | { __typename: 'PmsBooking', id: string }
    | { __typename: 'PmsConfiguration' }
    | { __typename: 'PmsGuest' }
    | { __typename: 'PmsHousekeeping' }
    | { __typename: 'PmsMaintenanceRequest' }
    | { __typename: 'PmsRatePlan' }
    | { __typename: 'PmsRoom' }
    | { __typename: 'PmsRoomBlock' }
    | { __typename: 'PmsRoomType' }
    | { __typename: 'PmsSyncLog' }
   | null> };

export type StatisticsQueryVariables = Exact<{
  hotelId?: string | number | null | undefined;
  provider?: string | null | undefined;
  span?: PmsStatisticsSpan;
  bucket?: PmsStatisticsBucket;
}>;


export type StatisticsQuery = { syncDurations: Array<{ provider: string, at: string, runs: number, p50Ms: number, p95Ms: number, p99Ms: number }>, syncFailureRates: Array<{ provider: string, runs: number, failedRuns: number, classes: Array<{ errorClass: PmsErrorClass, runs: number, errorCodes: Array<string> }> }> };

export type ChangesOverTimeQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type ChangesOverTimeQuery = { syncChanges: Array<{ provider: string, at: string, runs: number, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsDeleted: number }> };

export type AgesQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type AgesQuery = { freshnessAges: Array<{ provider: string, entityType: PmsEntityType, points: Array<{ at: string, maxAgeMs: number }> }> };

export type HistoryQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type HistoryQuery = { syncLogs: { nodes: Array<{ p50DurationMs: number | null }> } };

export type HistoriesQueryVariables = Exact<{
  hotelIds?: Array<string | number> | string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HistoriesQuery = { syncLogs: { totalCount: number, nodes: Array<{ hotelId: string }>, pageInfo: { endCursor: string | null } } };

export type StreamOfHotelQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type StreamOfHotelQuery = { configurations: { nodes: Array<{ stream: { state: PmsStreamState, offset: string | null, lastMessageAt: string | null, lagMs: number | null, reconnects: number, lastCloseCode: number | null, reason: string | null, since: string | null, nextAttemptAt: string | null } | null }> } };

export type StreamsOfViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type StreamsOfViewerQuery = { configurations: { nodes: Array<{ stream: { state: PmsStreamState } | null }> } };

export type FleetByStreamQueryVariables = Exact<{
  filter: PmsFleetFilter;
}>;


export type FleetByStreamQuery = { fleet: { nodes: Array<{ hotelId: string }> } };

export type StreamSetupsQueryVariables = Exact<{ [key: string]: never; }>;


export type StreamSetupsQuery = { providers: Array<{ key: string, streamSetup: string | null }> };

export type ConnectVendorMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type ConnectVendorMutation = { upsertConfiguration: { errors: Array<{ code: PmsErrorCode }> } };

export type ProgressSubscriptionVariables = Exact<{
  hotelId: string | number;
  syncLogId?: string | number | null | undefined;
}>;


export type ProgressSubscription = { syncProgress: { syncLogId: string, hotelId: string, status: PmsSyncStatus, phase: PmsSyncPhase, sequence: number, processed: number, created: number, failed: number, total: number | null, rate: number | null, eta: string | null, etaMs: number | null, message: string, at: string } };

export type ChangesSubscriptionVariables = Exact<{
  hotelId: string | number;
}>;


export type ChangesSubscription = { bookingChanged: { externalId: string, guestName: string, guest: { lastName: string } | null } };

export type ConnectMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type ConnectMutation = { upsertConfiguration: { errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type SyncBookingsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncBookingsMutation = { syncBookings: { syncLog: { id: string, status: PmsSyncStatus, entityType: PmsEntityType, itemsCreated: number, itemsFailed: number, completedAt: string | null } | null, errors: Array<{ code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type SyncRoomsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRoomsMutation = { syncRooms: { syncLog: { id: string, status: PmsSyncStatus, entityType: PmsEntityType, itemsCreated: number, itemsFailed: number, triggeredBy: string | null, failures: { nodes: Array<{ externalId: string | null, path: string | null, raw: Record<string, unknown> | null }> } } | null, errors: Array<{ code: PmsErrorCode }> } };

export type SyncGuestsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncGuestsMutation = { syncGuests: { syncLog: { status: PmsSyncStatus, entityType: PmsEntityType, itemsCreated: number, operation: PmsSyncOperation } | null, errors: Array<{ code: PmsErrorCode }> } };

export type CancelSyncMutationVariables = Exact<{
  syncLogId: string | number;
}>;


export type CancelSyncMutation = { cancelSync: { syncLog: { id: string } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type ReplayMutationVariables = Exact<{
  input: PmsReplayInput;
}>;


export type ReplayMutation = { replayFailures: { count: number | null, syncLog: { id: string } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type EverythingQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type EverythingQuery = { bookings: { totalCount: number, nodes: Array<{ guest: { id: string } | null }> }, syncLogs: { nodes: Array<{ entityType: PmsEntityType }> }, configurations: { nodes: Array<{ provider: string, lastSyncAt: string | null }> } };

export type UpdateHotelMutationVariables = Exact<{
  input: PmsHotelUpdateInput;
}>;


export type UpdateHotelMutation = { updateHotel: { hotel: { pmsRegistration: { slug: string, name: string, timeZone: string, currency: string } | null } | null, errors: Array<{ code: PmsErrorCode, field: string | null }> } };

export type MoveHotelMutationVariables = Exact<{
  input: PmsHotelInput;
}>;


export type MoveHotelMutation = { registerHotel: { errors: Array<{ code: PmsErrorCode }> } };

export type RevealMutationVariables = Exact<{
  hotelId: string | number;
}>;


export type RevealMutation = { revealPersonalData: { revealedAt: string | null, errors: Array<{ code: PmsErrorCode }> } };

export const InfoFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Info"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<InfoFragment, unknown>;
export const AriChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AriChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ariChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlanExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amounts"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"seenAfter"}},{"kind":"Field","name":{"kind":"Name","value":"changeId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AriChangesQuery, AriChangesQueryVariables>;
export const AriChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AriChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ariChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amounts"}}]}}]}}]}}]} as unknown as DocumentNode<AriChangedSubscription, AriChangedSubscriptionVariables>;
export const BookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"guest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BookingsQuery, BookingsQueryVariables>;
export const BookingByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BookingById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]}}]} as unknown as DocumentNode<BookingByIdQuery, BookingByIdQueryVariables>;
export const RatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ratePlanIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"roomTypeIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"ratePlanIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ratePlanIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"roomTypeIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"roomTypeIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlanExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"roomTypeExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"maxStay"}}]}}]}}]}}]} as unknown as DocumentNode<RatesQuery, RatesQueryVariables>;
export const RateDaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateDays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RateDaysQuery, RateDaysQueryVariables>;
export const AvailabilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Availability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2027-01-31","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2027-02-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roomTypeExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"roomType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"available"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AvailabilityQuery, AvailabilityQueryVariables>;
export const ConnectChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsChannelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectChannelMutation, ConnectChannelMutationVariables>;
export const PauseChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PauseChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsChannelPauseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pauseChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PauseChannelMutation, PauseChannelMutationVariables>;
export const ResumeChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsChannelKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ResumeChannelMutation, ResumeChannelMutationVariables>;
export const DisconnectChannelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisconnectChannel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsChannelKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disconnectChannel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disconnected"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DisconnectChannelMutation, DisconnectChannelMutationVariables>;
export const ChannelsOfHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChannelsOfHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"propertyId"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"whenStale"}},{"kind":"Field","name":{"kind":"Name","value":"staleAfterMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"refused"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<ChannelsOfHotelQuery, ChannelsOfHotelQueryVariables>;
export const SaveConfigurationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveConfiguration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SaveConfigurationMutation, SaveConfigurationMutationVariables>;
export const EditHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<EditHotelMutation, EditHotelMutationVariables>;
export const RotateForVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateForVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsWebhookSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<RotateForVersionMutation, RotateForVersionMutationVariables>;
export const UpsertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Upsert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"externalHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialFields"}},{"kind":"Field","name":{"kind":"Name","value":"syncSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpsertMutation, UpsertMutationVariables>;
export const DeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteMutation, DeleteMutationVariables>;
export const ConfigurationListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConfigurationList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotelId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<ConfigurationListQuery, ConfigurationListQueryVariables>;
export const TryOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryOut"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationTestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"propertyName"}},{"kind":"Field","name":{"kind":"Name","value":"propertyTimeZone"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<TryOutMutation, TryOutMutationVariables>;
export const EntitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Entities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"representations"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"_Any"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"_entities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"representations"},"value":{"kind":"Variable","name":{"kind":"Name","value":"representations"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoom"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hotel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rooms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EntitiesQuery, EntitiesQueryVariables>;
export const FailuresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Failures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"normalized"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FailuresQuery, FailuresQueryVariables>;
export const FailureGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FailureGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failureGroups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailureGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FailureGroupsQuery, FailureGroupsQueryVariables>;
export const ReplayMatchingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayMatching"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsReplayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ReplayMatchingMutation, ReplayMatchingMutationVariables>;
export const TryConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationTestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]}}]} as unknown as DocumentNode<TryConnectionMutation, TryConnectionMutationVariables>;
export const RankedFleetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RankedFleet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalsToday"}},{"kind":"Field","name":{"kind":"Name","value":"openFailures"}},{"kind":"Field","name":{"kind":"Name","value":"openConflicts"}},{"kind":"Field","name":{"kind":"Name","value":"unknownChanges"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorClass"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fleetStates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"hotels"}}]}}]}}]} as unknown as DocumentNode<RankedFleetQuery, RankedFleetQueryVariables>;
export const FleetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Fleet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRegistrationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"lateAt"}},{"kind":"Field","name":{"kind":"Name","value":"failedRuns"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FleetQuery, FleetQueryVariables>;
export const PausedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Paused"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}},{"kind":"Field","name":{"kind":"Name","value":"nextRuns"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PausedQuery, PausedQueryVariables>;
export const WhoAmIDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAmI"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"hotelIds"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<WhoAmIQuery, WhoAmIQueryVariables>;
export const RegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Register"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterMutation, RegisterMutationVariables>;
export const HotelListsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HotelLists"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"representations"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"_Any"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"_entities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"representations"},"value":{"kind":"Variable","name":{"kind":"Name","value":"representations"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hotel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rooms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HotelListsQuery, HotelListsQueryVariables>;
export const RoomListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"amenities"}},{"kind":"Field","name":{"kind":"Name","value":"rateCents"}},{"kind":"Field","name":{"kind":"Name","value":"maxOccupancy"}}]}}]}}]}}]} as unknown as DocumentNode<RoomListQuery, RoomListQueryVariables>;
export const GuestListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GuestList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuestFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LAST_NAME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"totalSpent"}}]}}]}}]}}]} as unknown as DocumentNode<GuestListQuery, GuestListQueryVariables>;
export const SyncLogListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SyncLogList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLogFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}}]}}]}}]}}]} as unknown as DocumentNode<SyncLogListQuery, SyncLogListQueryVariables>;
export const FailureListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FailureList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncFailureFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FailureListQuery, FailureListQueryVariables>;
export const PageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Page"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counted"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counted"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PageQuery, PageQueryVariables>;
export const RoomsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STATUS"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}}]} as unknown as DocumentNode<RoomsPageQuery, RoomsPageQueryVariables>;
export const ProviderHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProviderHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"troubled"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"troubled"},"value":{"kind":"Variable","name":{"kind":"Name","value":"troubled"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"nextTryAt"}},{"kind":"Field","name":{"kind":"Name","value":"hotelCount"}},{"kind":"Field","name":{"kind":"Name","value":"hotels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ProviderHealthQuery, ProviderHealthQueryVariables>;
export const TryProviderNowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryProviderNow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tryProviderNow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"nextTryAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<TryProviderNowMutation, TryProviderNowMutationVariables>;
export const SaveAccountOfHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveAccountOfHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SaveAccountOfHealthMutation, SaveAccountOfHealthMutationVariables>;
export const SyncRoomsOfHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRoomsOfHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncRooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SyncRoomsOfHealthMutation, SyncRoomsOfHealthMutationVariables>;
export const ProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Providers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"credentialSchema"}},{"kind":"Field","name":{"kind":"Name","value":"settingsSchema"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageSize"}},{"kind":"Field","name":{"kind":"Name","value":"overlapMs"}},{"kind":"Field","name":{"kind":"Name","value":"webhookLossHorizonMs"}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"perMs"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProvidersQuery, ProvidersQueryVariables>;
export const RemoveHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelRemovalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveHotelMutation, RemoveHotelMutationVariables>;
export const RoomCareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomCare"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"housekeeping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"stay"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"blocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoomCareQuery, RoomCareQueryVariables>;
export const StaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Stays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"stay"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStay"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"housekeeping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"stay"},"value":{"kind":"Variable","name":{"kind":"Name","value":"stay"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"stay"}}]}}]}}]}}]} as unknown as DocumentNode<StaysQuery, StaysQueryVariables>;
export const BlocksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Blocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomBlockFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roomBlocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"conflictingBookings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"conflictingBlocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BlocksQuery, BlocksQueryVariables>;
export const SoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"bookedRoomType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlanExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SoldQuery, SoldQueryVariables>;
export const PreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Preview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncSchedule"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"count"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schedulePreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"syncSchedule"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncSchedule"}}},{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"count"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}}]}}]}}]} as unknown as DocumentNode<PreviewQuery, PreviewQueryVariables>;
export const SaveScheduleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveSchedule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextRuns"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotels"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guestName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotels"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotelId"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const PageOfBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PageOfBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}}]}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Info"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Info"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<PageOfBookingsQuery, PageOfBookingsQueryVariables>;
export const RoomsWithBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomsWithBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkIn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoomsWithBookingsQuery, RoomsWithBookingsQueryVariables>;
export const GuestsWithBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GuestsWithBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"all"},"name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"cancelled"},"name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CANCELLED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pending"},"name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PENDING"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GuestsWithBookingsQuery, GuestsWithBookingsQueryVariables>;
export const RunsWithFailuresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunsWithFailures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RunsWithFailuresQuery, RunsWithFailuresQueryVariables>;
export const BookingReferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BookingReferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"representations"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"_Any"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"_entities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"representations"},"value":{"kind":"Variable","name":{"kind":"Name","value":"representations"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BookingReferencesQuery, BookingReferencesQueryVariables>;
export const StatisticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Statistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"span"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsSpan"}}},"defaultValue":{"kind":"EnumValue","value":"DAY"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsBucket"}}},"defaultValue":{"kind":"EnumValue","value":"HOUR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncDurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"p50Ms"}},{"kind":"Field","name":{"kind":"Name","value":"p95Ms"}},{"kind":"Field","name":{"kind":"Name","value":"p99Ms"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailureRates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failedRuns"}},{"kind":"Field","name":{"kind":"Name","value":"classes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errorClass"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"errorCodes"}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsQuery, StatisticsQueryVariables>;
export const ChangesOverTimeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChangesOverTime"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}}]}}]}}]} as unknown as DocumentNode<ChangesOverTimeQuery, ChangesOverTimeQueryVariables>;
export const AgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Ages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"freshnessAges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeMs"}}]}}]}}]}}]} as unknown as DocumentNode<AgesQuery, AgesQueryVariables>;
export const HistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"History"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"p50DurationMs"}}]}}]}}]}}]} as unknown as DocumentNode<HistoryQuery, HistoryQueryVariables>;
export const HistoriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Histories"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"trigger"},"value":{"kind":"EnumValue","value":"SCHEDULED"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STARTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotelId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<HistoriesQuery, HistoriesQueryVariables>;
export const StreamOfHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StreamOfHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}},{"kind":"Field","name":{"kind":"Name","value":"reconnects"}},{"kind":"Field","name":{"kind":"Name","value":"lastCloseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StreamOfHotelQuery, StreamOfHotelQueryVariables>;
export const StreamsOfViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StreamsOfViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StreamsOfViewerQuery, StreamsOfViewerQueryVariables>;
export const FleetByStreamDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FleetByStream"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotelId"}}]}}]}}]}}]} as unknown as DocumentNode<FleetByStreamQuery, FleetByStreamQueryVariables>;
export const StreamSetupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StreamSetups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"streamSetup"}}]}}]}}]} as unknown as DocumentNode<StreamSetupsQuery, StreamSetupsQueryVariables>;
export const ConnectVendorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectVendor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectVendorMutation, ConnectVendorMutationVariables>;
export const ProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Progress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"syncLogId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"processed"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"eta"}},{"kind":"Field","name":{"kind":"Name","value":"etaMs"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<ProgressSubscription, ProgressSubscriptionVariables>;
export const ChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"guest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const ConnectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Connect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectMutation, ConnectMutationVariables>;
export const SyncBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncBookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]}}]}}]} as unknown as DocumentNode<SyncBookingsMutation, SyncBookingsMutationVariables>;
export const SyncRoomsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRooms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncRooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SyncRoomsMutation, SyncRoomsMutationVariables>;
export const SyncGuestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncGuests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncGuests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SyncGuestsMutation, SyncGuestsMutationVariables>;
export const CancelSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"syncLogId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CancelSyncMutation, CancelSyncMutationVariables>;
export const ReplayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Replay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsReplayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReplayMutation, ReplayMutationVariables>;
export const EverythingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Everything"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entityType"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncAt"}}]}}]}}]}}]} as unknown as DocumentNode<EverythingQuery, EverythingQueryVariables>;
export const UpdateHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelUpdateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateHotelMutation, UpdateHotelMutationVariables>;
export const MoveHotelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<MoveHotelMutation, MoveHotelMutationVariables>;
export const RevealDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Reveal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealPersonalData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealedAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RevealMutation, RevealMutationVariables>;