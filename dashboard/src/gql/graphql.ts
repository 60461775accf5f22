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

/** How what housekeeping found differs from what the front desk has. */
export type PmsDiscrepancy =
  /** Another number of guests is in it. */
  | 'PERSONS'
  /** The front desk has it occupied, and nobody is in it. */
  | 'SKIP'
  /** The front desk has it vacant, and somebody is in it. */
  | 'SLEEP';

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
  /** Too many requests; `Retry-After` says when to try again. */
  | 'TOO_MANY_REQUESTS'
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

/** How a failure was resolved. */
export type PmsFailureResolution =
  /** A replay stored the item. */
  | 'REPLAYED'
  /** The item failed again; a newer failure replaces this one. */
  | 'SUPERSEDED'
  /** A later sync stored the item. */
  | 'SYNCED';

/** Conditions on the hotels of the fleet; all of them have to hold. */
export type PmsFleetFilter = {
  /** Has items that could not be stored and are not resolved. */
  hasOpenFailures?: boolean | null | undefined;
  /** Has a stream that is wanted and has been down for a minute; meanwhile the PMS is polled. */
  hasStreamDown?: boolean | null | undefined;
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

/** Order of a list of PmsGuest. */
export type PmsGuestOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsGuestOrderField;
};

/** What a list can be ordered by. */
export type PmsGuestOrderField =
  /** Country. */
  | 'COUNTRY'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Email address. */
  | 'EMAIL'
  /** First name. */
  | 'FIRST_NAME'
  /** Last name. */
  | 'LAST_NAME'
  /** Total spent so far. */
  | 'TOTAL_SPENT'
  /** Number of stays. */
  | 'TOTAL_STAYS'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

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

/** Conditions on the state of rooms; all of them have to hold. */
export type PmsHousekeepingFilter = {
  /** The room’s condition is one of these. */
  condition?: Array<PmsCondition> | null | undefined;
  /** There is a discrepancy of one of these kinds. */
  discrepancy?: Array<PmsDiscrepancy> | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Occupancy is one of these, as the front desk has it. */
  occupancy?: Array<PmsOccupancy> | null | undefined;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Number of the room equals this. */
  roomNumber?: string | null | undefined;
  /** Availability of the room is one of these. */
  roomStatus?: Array<PmsRoomStatus> | null | undefined;
  /** What guests do in the room on that day is one of these. */
  stay?: Array<PmsStay> | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Order of a list of PmsHousekeeping. */
export type PmsHousekeepingOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsHousekeepingOrderField;
};

/** What a list can be ordered by. */
export type PmsHousekeepingOrderField =
  /** Condition, alphabetically. */
  | 'CONDITION'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Occupancy, alphabetically. */
  | 'OCCUPANCY'
  /** Number of the room. */
  | 'ROOM_NUMBER'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

/** How urgent a maintenance request is. */
export type PmsMaintenancePriority =
  /** Before others. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** In its turn. */
  | 'NORMAL'
  /** At once. */
  | 'URGENT';

/** Conditions on maintenance requests; all of them have to hold. */
export type PmsMaintenanceRequestFilter = {
  /** Code equals this. */
  code?: string | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Priority is one of these. */
  priority?: Array<PmsMaintenancePriority> | null | undefined;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Is about the room with this id at the PMS. */
  roomExternalId?: string | null | undefined;
  /** Is about the room with this number. */
  roomNumber?: string | null | undefined;
  /** Status is one of these. */
  status?: Array<PmsMaintenanceStatus> | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Order of a list of PmsMaintenanceRequest. */
export type PmsMaintenanceRequestOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsMaintenanceRequestOrderField;
};

/** What a list can be ordered by. */
export type PmsMaintenanceRequestOrderField =
  /** When it was first stored. */
  | 'CREATED_AT'
  /** When it has to be done. */
  | 'DUE_AT'
  /** When it was reported. */
  | 'REPORTED_AT'
  /** When it was done. */
  | 'RESOLVED_AT'
  /** Number of the room. */
  | 'ROOM_NUMBER'
  /** Status, alphabetically. */
  | 'STATUS'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

/** How far a maintenance request is. */
export type PmsMaintenanceStatus =
  /** Given up. */
  | 'CANCELLED'
  /** Somebody is at it. */
  | 'IN_PROGRESS'
  /** Nobody has begun. */
  | 'OPEN'
  /** Done. */
  | 'RESOLVED';

/** Whether somebody is in a room. */
export type PmsOccupancy =
  /** A guest is in it. */
  | 'OCCUPIED'
  /** The PMS does not say. */
  | 'UNKNOWN'
  /** Nobody is in it. */
  | 'VACANT';

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

/** Conditions on rate plans; all of them have to hold. */
export type PmsRatePlanFilter = {
  /** Code equals this. */
  code?: string | null | undefined;
  /** Its prices follow those of the rate plan with this id at the PMS. */
  derivedFromExternalId?: string | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Its prices are for one of these. */
  pricing?: Array<PmsRatePricing> | null | undefined;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Order of a list of PmsRatePlan. */
export type PmsRatePlanOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsRatePlanOrderField;
};

/** What a list can be ordered by. */
export type PmsRatePlanOrderField =
  /** Code. */
  | 'CODE'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Name. */
  | 'NAME'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

/** What a price of a rate plan is for. */
export type PmsRatePricing =
  /** For the room, by the number of guests. */
  | 'PER_OCCUPANCY'
  /** For each guest. */
  | 'PER_PERSON'
  /** For the room, whoever sleeps in it. */
  | 'PER_ROOM';

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

/** Order of a list of PmsRoomBlock. */
export type PmsRoomBlockOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsRoomBlockOrderField;
};

/** What a list can be ordered by. */
export type PmsRoomBlockOrderField =
  /** When it was first stored. */
  | 'CREATED_AT'
  /** First night. */
  | 'FIRST_NIGHT'
  /** Kind, alphabetically. */
  | 'KIND'
  /** Last night; until further notice comes last. */
  | 'LAST_NIGHT'
  /** Number of the room. */
  | 'ROOM_NUMBER'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

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

/** Order of a list of PmsRoom. */
export type PmsRoomOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsRoomOrderField;
};

/** What a list can be ordered by. */
export type PmsRoomOrderField =
  /** Cleaning status, alphabetically. */
  | 'CLEANING_STATUS'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Floor. */
  | 'FLOOR'
  /** Room number or name, as on the door. */
  | 'ROOM_NUMBER'
  /** Room type. */
  | 'ROOM_TYPE'
  /** Status, alphabetically. */
  | 'STATUS'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

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

/** Conditions on room types; all of them have to hold. */
export type PmsRoomTypeFilter = {
  /** Code equals this. */
  code?: string | null | undefined;
  /** Id at the PMS equals this. */
  externalId?: string | null | undefined;
  /** Include items that the PMS no longer has. */
  includeDeleted?: boolean;
  /** Synced from the provider with this key. */
  provider?: string | null | undefined;
  /** Guests can book it, or cannot. */
  sellable?: boolean | null | undefined;
  /** `syncStatus` is one of these. */
  syncStatus?: Array<PmsRowSyncStatus> | null | undefined;
  /** The stored version changed at or after this time. */
  updatedSince?: string | null | undefined;
};

/** Order of a list of PmsRoomType. */
export type PmsRoomTypeOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsRoomTypeOrderField;
};

/** What a list can be ordered by. */
export type PmsRoomTypeOrderField =
  /** Largest number of guests. */
  | 'CAPACITY'
  /** Code. */
  | 'CODE'
  /** When it was first stored. */
  | 'CREATED_AT'
  /** Name. */
  | 'NAME'
  /** Number of rooms. */
  | 'ROOM_COUNT'
  /** When the stored version last changed. */
  | 'UPDATED_AT';

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

/** Order of a list of PmsSyncLog. */
export type PmsSyncLogOrder = {
  /** Ascending or descending. */
  direction?: PmsOrderDirection;
  /** Field to order by. */
  field: PmsSyncLogOrderField;
};

/** What a list can be ordered by. */
export type PmsSyncLogOrderField =
  /** When the sync ended. */
  | 'COMPLETED_AT'
  /** Duration of the sync. */
  | 'DURATION'
  /** Items that could not be stored. */
  | 'ITEMS_FAILED'
  /** Items processed. */
  | 'ITEMS_PROCESSED'
  /** When the sync was requested. */
  | 'QUEUED_AT'
  /** When a worker started the sync. */
  | 'STARTED_AT';

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

/** Conditions on webhook events; all of them have to hold. */
export type PmsWebhookEventFilter = {
  /** Event type equals this. */
  eventType?: string | null | undefined;
  /** About the item with this id at the PMS. */
  externalId?: string | null | undefined;
  /** Provider has this key. */
  provider?: string | null | undefined;
  /** Received at or after this time. */
  receivedFrom?: string | null | undefined;
  /** Received before this time. */
  receivedTo?: string | null | undefined;
  /** Status is one of these. */
  status?: Array<PmsWebhookEventStatus> | null | undefined;
};

/** Status of a webhook event. */
export type PmsWebhookEventStatus =
  /** Failed on all attempts; `replayWebhookEvents` processes it again. */
  | 'DEAD'
  /** Failed; another attempt follows. */
  | 'FAILED'
  /** Not about anything that is synced. */
  | 'IGNORED'
  /** Processed: the items that it is about were fetched and stored. */
  | 'PROCESSED'
  /** Stored, waiting for a worker. */
  | 'RECEIVED';

/** Webhook events to process again: exactly one of `ids`, `filter` and `all`. */
export type PmsWebhookReplayInput = {
  /** All dead events. */
  all?: boolean;
  /** Only count, change nothing. */
  dryRun?: boolean;
  /** Events that match; those that are waiting anyway are left out. */
  filter?: PmsWebhookEventFilter | null | undefined;
  /** Id of the hotel. */
  hotelId: string | number;
  /** Ids of the events. */
  ids?: Array<string | number> | null | undefined;
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

export type PageFieldsFragment = { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type ErrorFieldsFragment = { __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null };

export type RunEndSubscriptionVariables = Exact<{
  hotelId: string | number;
  syncLogId: string | number;
}>;


export type RunEndSubscription = { syncProgress: { __typename: 'PmsSyncProgress', syncLogId: string, status: PmsSyncStatus } };

export type StartedSyncFragment = { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> };

export type UpdateHotelMutationVariables = Exact<{
  input: PmsHotelUpdateInput;
}>;


export type UpdateHotelMutation = { __typename: 'Mutation', updateHotel: { __typename: 'PmsHotelPayload', hotel: { __typename: 'Hotel', id: string } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type BookingRowFragment = { __typename: 'PmsBooking', id: string, guestName: string, confirmationNumber: string | null, status: PmsBookingStatus, checkIn: string, checkOut: string, roomNumber: string | null, totalAmountCents: number | null, currency: string | null, updatedAt: string, deletedAt: string | null };

export type BookingsQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsBookingFilter | null | undefined;
  orderBy?: PmsBookingOrder | null | undefined;
}>;


export type BookingsQuery = { __typename: 'Query', rows: { __typename: 'PmsBookingConnection', nodes: Array<{ __typename: 'PmsBooking', id: string, guestName: string, confirmationNumber: string | null, status: PmsBookingStatus, checkIn: string, checkOut: string, roomNumber: string | null, totalAmountCents: number | null, currency: string | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type BookingQueryVariables = Exact<{
  id: string | number;
}>;


export type BookingQuery = { __typename: 'Query', row: { __typename: 'PmsBooking', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, confirmationNumber: string | null, status: PmsBookingStatus, source: string, guestName: string, guestEmail: string | null, checkIn: string, checkOut: string, roomNumber: string | null, roomType: string | null, adults: number, children: number | null, totalAmountCents: number | null, currency: string | null, notes: string | null, metadata: Record<string, unknown> | null, syncError: string | null, guest: { __typename: 'PmsGuest', id: string } | null, room: { __typename: 'PmsRoom', id: string } | null, bookedRoomType: { __typename: 'PmsRoomType', id: string, name: string } | null, ratePlan: { __typename: 'PmsRatePlan', id: string, name: string } | null } | null };

export type SyncBookingsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncBookingsMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type SyncRatesMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRatesMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type SyncAvailabilityMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncAvailabilityMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RowHistoryQueryVariables = Exact<{
  hotelId: string | number;
  ids: Array<string | number> | string | number;
  provider: string;
  externalId: string;
  entityType: PmsEntityType;
}>;


export type RowHistoryQuery = { __typename: 'Query', syncFailures: { __typename: 'PmsSyncFailureConnection', nodes: Array<{ __typename: 'PmsSyncFailure', id: string, syncLogId: string, createdAt: string, reason: string, resolvedAt: string | null }> }, webhookEvents: { __typename: 'PmsWebhookEventConnection', nodes: Array<{ __typename: 'PmsWebhookEvent', id: string, receivedAt: string, eventType: string, status: PmsWebhookEventStatus }> }, registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', hotel: { __typename: 'Hotel', id: string, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, trueAsOf: string | null }> | null } }> } };

export type GuestRowFragment = { __typename: 'PmsGuest', id: string, firstName: string, lastName: string, email: string | null, country: string | null, totalStays: number | null, totalSpent: number | null, updatedAt: string, deletedAt: string | null };

export type GuestsQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsGuestFilter | null | undefined;
  orderBy?: PmsGuestOrder | null | undefined;
}>;


export type GuestsQuery = { __typename: 'Query', rows: { __typename: 'PmsGuestConnection', nodes: Array<{ __typename: 'PmsGuest', id: string, firstName: string, lastName: string, email: string | null, country: string | null, totalStays: number | null, totalSpent: number | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GuestQueryVariables = Exact<{
  id: string | number;
}>;


export type GuestQuery = { __typename: 'Query', row: { __typename: 'PmsGuest', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, firstName: string, lastName: string, email: string | null, phone: string | null, country: string | null, dateOfBirth: string | null, loyaltyTier: string | null, totalStays: number | null, totalSpent: number | null, preferences: Record<string, unknown> | null, metadata: Record<string, unknown> | null, syncError: string | null, bookings: { __typename: 'PmsBookingConnection', nodes: Array<{ __typename: 'PmsBooking', id: string, guestName: string, confirmationNumber: string | null, status: PmsBookingStatus, checkIn: string, checkOut: string, roomNumber: string | null, totalAmountCents: number | null, currency: string | null, updatedAt: string, deletedAt: string | null }> } } | null };

export type SyncGuestsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncGuestsMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type HousekeepingRowFragment = { __typename: 'PmsHousekeeping', id: string, roomNumber: string | null, condition: PmsCondition, occupancy: PmsOccupancy, discrepancy: PmsDiscrepancy | null, roomStatus: PmsRoomStatus | null, attendant: string | null, updatedAt: string, deletedAt: string | null };

export type HousekeepingQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsHousekeepingFilter | null | undefined;
  orderBy?: PmsHousekeepingOrder | null | undefined;
}>;


export type HousekeepingQuery = { __typename: 'Query', rows: { __typename: 'PmsHousekeepingConnection', nodes: Array<{ __typename: 'PmsHousekeeping', id: string, roomNumber: string | null, condition: PmsCondition, occupancy: PmsOccupancy, discrepancy: PmsDiscrepancy | null, roomStatus: PmsRoomStatus | null, attendant: string | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type HousekeepingDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type HousekeepingDetailsQuery = { __typename: 'Query', row: { __typename: 'PmsHousekeeping', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, roomNumber: string | null, condition: PmsCondition, occupancy: PmsOccupancy, reportedOccupancy: PmsOccupancy | null, discrepancy: PmsDiscrepancy | null, roomStatus: PmsRoomStatus | null, doNotDisturb: boolean | null, serviceRefused: boolean | null, turndown: boolean | null, attendant: string | null, note: string | null, businessDate: string | null, metadata: Record<string, unknown> | null, syncError: string | null, room: { __typename: 'PmsRoom', id: string } | null } | null };

export type SyncHousekeepingMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncHousekeepingMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type MaintenanceRequestRowFragment = { __typename: 'PmsMaintenanceRequest', id: string, status: PmsMaintenanceStatus, code: string | null, title: string | null, priority: PmsMaintenancePriority | null, roomNumber: string | null, place: string | null, assignee: string | null, reportedAt: string | null, updatedAt: string, deletedAt: string | null };

export type MaintenanceRequestsQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsMaintenanceRequestFilter | null | undefined;
  orderBy?: PmsMaintenanceRequestOrder | null | undefined;
}>;


export type MaintenanceRequestsQuery = { __typename: 'Query', rows: { __typename: 'PmsMaintenanceRequestConnection', nodes: Array<{ __typename: 'PmsMaintenanceRequest', id: string, status: PmsMaintenanceStatus, code: string | null, title: string | null, priority: PmsMaintenancePriority | null, roomNumber: string | null, place: string | null, assignee: string | null, reportedAt: string | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type MaintenanceRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type MaintenanceRequestQuery = { __typename: 'Query', row: { __typename: 'PmsMaintenanceRequest', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, status: PmsMaintenanceStatus, code: string | null, title: string | null, description: string | null, priority: PmsMaintenancePriority | null, roomNumber: string | null, place: string | null, assignee: string | null, dueAt: string | null, reportedAt: string | null, resolvedAt: string | null, metadata: Record<string, unknown> | null, syncError: string | null, room: { __typename: 'PmsRoom', id: string } | null } | null };

export type SyncMaintenanceRequestsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncMaintenanceRequestsMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RatePlanRowFragment = { __typename: 'PmsRatePlan', id: string, code: string | null, name: string, pricing: PmsRatePricing | null, currency: string | null, taxIncluded: boolean | null, updatedAt: string, deletedAt: string | null };

export type RatePlansQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsRatePlanFilter | null | undefined;
  orderBy?: PmsRatePlanOrder | null | undefined;
}>;


export type RatePlansQuery = { __typename: 'Query', rows: { __typename: 'PmsRatePlanConnection', nodes: Array<{ __typename: 'PmsRatePlan', id: string, code: string | null, name: string, pricing: PmsRatePricing | null, currency: string | null, taxIncluded: boolean | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RatePlanQueryVariables = Exact<{
  id: string | number;
}>;


export type RatePlanQuery = { __typename: 'Query', row: { __typename: 'PmsRatePlan', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, code: string | null, name: string, currency: string | null, taxIncluded: boolean | null, pricing: PmsRatePricing | null, metadata: Record<string, unknown> | null, syncError: string | null, derivedFrom: { __typename: 'PmsRateDerivation', kind: PmsDerivationKind | null, value: number | null, ratePlanExternalId: string, ratePlan: { __typename: 'PmsRatePlan', id: string, name: string } | null } | null } | null };

export type SyncRatePlansMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRatePlansMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RoomBlockRowFragment = { __typename: 'PmsRoomBlock', id: string, kind: PmsRoomBlockKind, roomNumber: string | null, firstNight: string, lastNight: string | null, reasonCode: string | null, updatedAt: string, deletedAt: string | null };

export type RoomBlocksQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsRoomBlockFilter | null | undefined;
  orderBy?: PmsRoomBlockOrder | null | undefined;
}>;


export type RoomBlocksQuery = { __typename: 'Query', rows: { __typename: 'PmsRoomBlockConnection', nodes: Array<{ __typename: 'PmsRoomBlock', id: string, kind: PmsRoomBlockKind, roomNumber: string | null, firstNight: string, lastNight: string | null, reasonCode: string | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RoomBlockQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomBlockQuery = { __typename: 'Query', row: { __typename: 'PmsRoomBlock', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, kind: PmsRoomBlockKind, roomNumber: string | null, firstNight: string, lastNight: string | null, startsAt: string | null, endsAt: string | null, reasonCode: string | null, reason: string | null, returnCondition: PmsCondition | null, metadata: Record<string, unknown> | null, syncError: string | null, room: { __typename: 'PmsRoom', id: string } | null } | null };

export type SyncRoomBlocksMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRoomBlocksMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RoomRowFragment = { __typename: 'PmsRoom', id: string, roomNumber: string, roomType: string | null, floor: string | null, status: PmsRoomStatus, cleaningStatus: PmsCleaningStatus, updatedAt: string, deletedAt: string | null };

export type RoomTypeRowFragment = { __typename: 'PmsRoomType', id: string, code: string | null, name: string, capacity: number | null, roomCount: number | null, sellable: boolean | null, updatedAt: string, deletedAt: string | null };

export type RoomTypesQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsRoomTypeFilter | null | undefined;
  orderBy?: PmsRoomTypeOrder | null | undefined;
}>;


export type RoomTypesQuery = { __typename: 'Query', rows: { __typename: 'PmsRoomTypeConnection', nodes: Array<{ __typename: 'PmsRoomType', id: string, code: string | null, name: string, capacity: number | null, roomCount: number | null, sellable: boolean | null, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RoomTypeQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomTypeQuery = { __typename: 'Query', row: { __typename: 'PmsRoomType', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, code: string | null, name: string, capacity: number | null, roomCount: number | null, sellable: boolean | null, metadata: Record<string, unknown> | null, syncError: string | null } | null };

export type SyncRoomTypesMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRoomTypesMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RoomsQueryVariables = Exact<{
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsRoomFilter | null | undefined;
  orderBy?: PmsRoomOrder | null | undefined;
}>;


export type RoomsQuery = { __typename: 'Query', rows: { __typename: 'PmsRoomConnection', nodes: Array<{ __typename: 'PmsRoom', id: string, roomNumber: string, roomType: string | null, floor: string | null, status: PmsRoomStatus, cleaningStatus: PmsCleaningStatus, updatedAt: string, deletedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RoomQueryVariables = Exact<{
  id: string | number;
}>;


export type RoomQuery = { __typename: 'Query', row: { __typename: 'PmsRoom', id: string, hotelId: string, provider: string, externalId: string, externalUpdatedAt: string | null, lastSyncedAt: string, deletedAt: string | null, createdAt: string, updatedAt: string, roomNumber: string, roomType: string | null, floor: string | null, status: PmsRoomStatus, cleaningStatus: PmsCleaningStatus, occupancy: number | null, maxOccupancy: number | null, rateCents: number | null, currency: string | null, amenities: Array<string> | null, metadata: Record<string, unknown> | null, syncError: string | null, bookings: { __typename: 'PmsBookingConnection', nodes: Array<{ __typename: 'PmsBooking', id: string, guestName: string, confirmationNumber: string | null, status: PmsBookingStatus, checkIn: string, checkOut: string, roomNumber: string | null, totalAmountCents: number | null, currency: string | null, updatedAt: string, deletedAt: string | null }> } } | null };

export type SyncRoomsMutationVariables = Exact<{
  input: PmsSyncInput;
}>;


export type SyncRoomsMutation = { __typename: 'Mutation', sync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type SaveConnectionMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SaveConnectionMutation = { __typename: 'Mutation', upsertConfiguration: { __typename: 'PmsConfigurationPayload', configuration: { __typename: 'PmsConfiguration', id: string, version: number, settings: Record<string, unknown> | null, externalHotelId: string | null, credentialFields: Array<string> | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type TestConnectionMutationVariables = Exact<{
  input: PmsConfigurationTestInput;
}>;


export type TestConnectionMutation = { __typename: 'Mutation', testConfiguration: { __typename: 'PmsTestPayload', ok: boolean | null, propertyName: string | null, propertyTimeZone: string | null, steps: Array<{ __typename: 'PmsTestStep', name: string, detail: string, outcome: PmsTestOutcome }> | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type DisconnectMutationVariables = Exact<{
  input: PmsConfigurationKey;
}>;


export type DisconnectMutation = { __typename: 'Mutation', deleteConfiguration: { __typename: 'PmsDeletionPayload', deleted: boolean | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type RotateSecretMutationVariables = Exact<{
  input: PmsWebhookSecretInput;
}>;


export type RotateSecretMutation = { __typename: 'Mutation', rotateWebhookSecret: { __typename: 'PmsWebhookSecretPayload', url: string | null, secret: string | null, previousUntil: string | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type SendTestEventMutationVariables = Exact<{
  input: PmsConfigurationKey;
}>;


export type SendTestEventMutation = { __typename: 'Mutation', sendTestWebhook: { __typename: 'PmsWebhookTestPayload', event: { __typename: 'PmsWebhookEvent', id: string } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type TestEventQueryVariables = Exact<{
  id: string | number;
}>;


export type TestEventQuery = { __typename: 'Query', webhookEvent: { __typename: 'PmsWebhookEvent', id: string, status: PmsWebhookEventStatus, receivedAt: string, reason: string | null } | null };

export type SwitchSyncsMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SwitchSyncsMutation = { __typename: 'Mutation', upsertConfiguration: { __typename: 'PmsConfigurationPayload', configuration: { __typename: 'PmsConfiguration', id: string, version: number, enabled: boolean, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null, nextSyncAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type ConfigurationQueryVariables = Exact<{
  hotelId: string | number;
  provider: string;
}>;


export type ConfigurationQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', slug: string, name: string, timeZone: string }> }, provider: { __typename: 'PmsProvider', key: string, name: string, credentialSchema: Record<string, unknown>, settingsSchema: Record<string, unknown>, capabilities: Array<PmsEntityType>, streamSetup: string | null, limits: { __typename: 'PmsProviderLimits', webhookLossHorizonMs: number | null } } | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, version: number, enabled: boolean, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null, syncSchedule: string | null, nextSyncAt: string | null, lastSyncAt: string | null, settings: Record<string, unknown> | null, externalHotelId: string | null, credentialFields: Array<string> | null, webhookEndpoint: { __typename: 'PmsWebhookEndpoint', url: string, hasKey: boolean, headerNames: Array<string>, instructions: string, rotatedAt: string | null, previousUntil: string | null, lastEventAt: string | null, refusedCount: number, lastRefusedAt: string | null, backfillOwedSince: string | null } | null, stream: { __typename: 'PmsStream', state: PmsStreamState, offset: string | null, lastMessageAt: string | null, lagMs: number | null, reconnects: number, lastCloseCode: number | null, reason: string | null, since: string | null, nextAttemptAt: string | null } | null }> } };

export type SchedulePreviewQueryVariables = Exact<{
  hotelId: string | number;
  syncSchedule: string;
}>;


export type SchedulePreviewQuery = { __typename: 'Query', schedulePreview: { __typename: 'PmsSchedulePreview', timeZone: string, runs: Array<string> } };

export type SaveScheduleMutationVariables = Exact<{
  input: PmsConfigurationInput;
}>;


export type SaveScheduleMutation = { __typename: 'Mutation', upsertConfiguration: { __typename: 'PmsConfigurationPayload', configuration: { __typename: 'PmsConfiguration', id: string, version: number, syncSchedule: string | null, nextSyncAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type ConnectChoicesQueryVariables = Exact<{
  hotelId: string | number;
}>;


export type ConnectChoicesQuery = { __typename: 'Query', providers: Array<{ __typename: 'PmsProvider', key: string, name: string, capabilities: Array<PmsEntityType>, limits: { __typename: 'PmsProviderLimits', webhookLossHorizonMs: number | null, rate: { __typename: 'PmsProviderRate', requests: number, perMs: number } } }>, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, enabled: boolean }> } };

export type AddHotelMutationVariables = Exact<{
  input: PmsHotelInput;
}>;


export type AddHotelMutation = { __typename: 'Mutation', registerHotel: { __typename: 'PmsHotelPayload', hotel: { __typename: 'Hotel', id: string } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type KnownHotelQueryVariables = Exact<{
  hotelIds: Array<string | number> | string | number;
}>;


export type KnownHotelQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', name: string }> } };

export type FailureQueryVariables = Exact<{
  id: string | number;
}>;


export type FailureQuery = { __typename: 'Query', syncFailure: { __typename: 'PmsSyncFailure', id: string, hotelId: string, provider: string, entityType: PmsEntityType, externalId: string | null, syncLogId: string, errorCode: string, reason: string, path: string | null, fetchedAt: string, createdAt: string, resolvedAt: string | null, resolution: PmsFailureResolution | null, raw: Record<string, unknown> | null, mapping: { __typename: 'PmsFailureMapping', normalized: Record<string, unknown> | null, issues: Array<{ __typename: 'PmsMappingIssue', path: string | null, rule: string, message: string }> } | null, syncLog: { __typename: 'PmsSyncLog', id: string, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } } | null } | null };

export type HotelFailuresQueryVariables = Exact<{
  hotelIds: Array<string | number> | string | number;
  hotelId: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsSyncFailureFilter | null | undefined;
}>;


export type HotelFailuresQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', timeZone: string }> }, syncFailureGroups: Array<{ __typename: 'PmsSyncFailureGroup', provider: string, entityType: PmsEntityType, errorCode: string, path: string | null, reason: string, count: number, openCount: number, lastAt: string }>, syncFailures: { __typename: 'PmsSyncFailureConnection', nodes: Array<{ __typename: 'PmsSyncFailure', id: string, entityType: PmsEntityType, externalId: string | null, path: string | null, reason: string, createdAt: string, resolution: PmsFailureResolution | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReplayFailuresMutationVariables = Exact<{
  input: PmsReplayInput;
}>;


export type ReplayFailuresMutation = { __typename: 'Mutation', replayFailures: { __typename: 'PmsReplayPayload', count: number | null, syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type ReplayRunQueryVariables = Exact<{
  id: string | number;
}>;


export type ReplayRunQuery = { __typename: 'Query', syncLog: { __typename: 'PmsSyncLog', id: string, status: PmsSyncStatus, itemsProcessed: number, itemsFailed: number, errorSummary: string | null } | null };

export type FleetProvidersQueryVariables = Exact<{
  provider?: string | null | undefined;
}>;


export type FleetProvidersQuery = { __typename: 'Query', syncChanges: Array<{ __typename: 'PmsSyncChanges', provider: string, at: string, runs: number, itemsProcessed: number }>, syncFailureRates: Array<{ __typename: 'PmsSyncFailureRate', provider: string, runs: number, failedRuns: number }> };

export type FleetQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter: PmsFleetFilter;
  scope: PmsFleetFilter;
  urgent: PmsFleetFilter;
  incomplete: PmsFleetFilter;
  streamDown: PmsFleetFilter;
}>;


export type FleetQuery = { __typename: 'Query', fleetStates: Array<{ __typename: 'PmsFleetStateCount', state: PmsFreshnessState | null, hotels: number }>, urgent: { __typename: 'PmsFleetHotelConnection', totalCount: number, nodes: Array<{ __typename: 'PmsFleetHotel', hotelId: string, state: PmsFreshnessState | null, arrivalsToday: number, openFailures: number, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null }> } | null }, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> }> }, incomplete: { __typename: 'PmsFleetHotelConnection', totalCount: number, nodes: Array<{ __typename: 'PmsFleetHotel', hotelId: string, state: PmsFreshnessState | null, arrivalsToday: number, openFailures: number, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null }> } | null }, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> }> }, streamDown: { __typename: 'PmsFleetHotelConnection', totalCount: number, nodes: Array<{ __typename: 'PmsFleetHotel', hotelId: string, state: PmsFreshnessState | null, arrivalsToday: number, openFailures: number, hotel: { __typename: 'Hotel', id: string, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null, stream: { __typename: 'PmsStream', state: PmsStreamState, reason: string | null, since: string | null, nextAttemptAt: string | null, lastMessageAt: string | null } | null }> } | null, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null }, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> }> }, fleet: { __typename: 'PmsFleetHotelConnection', totalCount: number, nodes: Array<{ __typename: 'PmsFleetHotel', hotelId: string, state: PmsFreshnessState | null, arrivalsToday: number, openFailures: number, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null }> } | null }, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type FleetHotelFragment = { __typename: 'PmsFleetHotel', hotelId: string, state: PmsFreshnessState | null, arrivalsToday: number, openFailures: number, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null }> } | null }, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, since: string | null, trueAsOf: string | null, lastErrorCode: string | null, lastErrorClass: PmsErrorClass | null }> };

export type HotelOverviewQueryVariables = Exact<{
  hotelId: string | number;
  ids: Array<string | number> | string | number;
}>;


export type HotelOverviewQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', timeZone: string, hotel: { __typename: 'Hotel', id: string, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, state: PmsFreshnessState, trueAsOf: string | null, lateAt: string | null, lastError: string | null, lastErrorCode: string | null }> | null, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, hotelId: string, provider: string, enabled: boolean, pausedAt: string | null, pausedBy: string | null, pausedReason: string | null, nextSyncAt: string | null, stream: { __typename: 'PmsStream', state: PmsStreamState, reason: string | null, since: string | null, nextAttemptAt: string | null, lastMessageAt: string | null } | null }> } | null } }> }, active: { __typename: 'PmsSyncLogConnection', nodes: Array<{ __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null }> }, recent: { __typename: 'PmsSyncLogConnection', nodes: Array<{ __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null }> }, providerHealth: Array<{ __typename: 'PmsProviderHealth', provider: string, state: PmsCircuitState, failures: number, since: string | null, pausedUntil: string | null, nextTryAt: string | null }>, syncFailures: { __typename: 'PmsSyncFailureConnection', totalCount: number } };

export type TryProviderNowMutationVariables = Exact<{
  input: PmsConfigurationKey;
}>;


export type TryProviderNowMutation = { __typename: 'Mutation', tryProviderNow: { __typename: 'PmsProviderHealthPayload', errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type CancelLiveRunMutationVariables = Exact<{
  syncLogId: string | number;
}>;


export type CancelLiveRunMutation = { __typename: 'Mutation', cancelSync: { __typename: 'PmsSyncPayload', syncLog: { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null } | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type HotelRunFragment = { __typename: 'PmsSyncLog', id: string, hotelId: string, provider: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsFailed: number, itemsDeleted: number, itemsTotal: number | null, queuedAt: string, startedAt: string | null, completedAt: string | null, duration: number | null, errorSummary: string | null, cancelRequestedAt: string | null };

export type RunProgressFragment = { __typename: 'PmsSyncProgress', syncLogId: string, provider: string, entityType: PmsEntityType, status: PmsSyncStatus, phase: PmsSyncPhase, processed: number, created: number, updated: number, unchanged: number, failed: number, deleted: number, total: number | null, rate: number | null, etaMs: number | null, waitingUntil: string | null, message: string, at: string };

export type HotelProgressSubscriptionVariables = Exact<{
  hotelId: string | number;
}>;


export type HotelProgressSubscription = { syncProgress: { __typename: 'PmsSyncProgress', syncLogId: string, provider: string, entityType: PmsEntityType, status: PmsSyncStatus, phase: PmsSyncPhase, processed: number, created: number, updated: number, unchanged: number, failed: number, deleted: number, total: number | null, rate: number | null, etaMs: number | null, waitingUntil: string | null, message: string, at: string } };

export type RemoveHotelMutationVariables = Exact<{
  input: PmsHotelRemovalInput;
}>;


export type RemoveHotelMutation = { __typename: 'Mutation', removeHotel: { __typename: 'PmsHotelRemovalPayload', removedHotelId: string | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type StatisticsChangesQueryVariables = Exact<{
  hotelId?: string | number | null | undefined;
  provider?: string | null | undefined;
  span: PmsStatisticsSpan;
  bucket: PmsStatisticsBucket;
}>;


export type StatisticsChangesQuery = { __typename: 'Query', syncChanges: Array<{ __typename: 'PmsSyncChanges', provider: string, at: string, runs: number, itemsCreated: number, itemsUpdated: number, itemsDeleted: number }> };

export type StatisticsDurationsQueryVariables = Exact<{
  hotelId?: string | number | null | undefined;
  provider?: string | null | undefined;
  span: PmsStatisticsSpan;
  bucket: PmsStatisticsBucket;
}>;


export type StatisticsDurationsQuery = { __typename: 'Query', syncDurations: Array<{ __typename: 'PmsSyncDurations', provider: string, at: string, runs: number, p50Ms: number, p95Ms: number, p99Ms: number }> };

export type StatisticsFailuresQueryVariables = Exact<{
  hotelId?: string | number | null | undefined;
  provider?: string | null | undefined;
  span: PmsStatisticsSpan;
}>;


export type StatisticsFailuresQuery = { __typename: 'Query', syncFailureRates: Array<{ __typename: 'PmsSyncFailureRate', provider: string, runs: number, failedRuns: number, classes: Array<{ __typename: 'PmsErrorClassCount', errorClass: PmsErrorClass, runs: number, errorCodes: Array<string> }> }> };

export type StatisticsFreshnessQueryVariables = Exact<{
  hotelId: string | number;
  hotelIds: Array<string | number> | string | number;
  provider?: string | null | undefined;
  span: PmsStatisticsSpan;
  bucket: PmsStatisticsBucket;
}>;


export type StatisticsFreshnessQuery = { __typename: 'Query', freshnessAges: Array<{ __typename: 'PmsFreshnessSeries', provider: string, entityType: PmsEntityType, points: Array<{ __typename: 'PmsFreshnessPoint', at: string, maxAgeMs: number }> }>, registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', hotel: { __typename: 'Hotel', id: string, freshness: Array<{ __typename: 'PmsFreshness', provider: string, entityType: PmsEntityType, trueAsOf: string | null, lateAt: string | null }> | null } }> } };

export type StatisticsHotelQueryVariables = Exact<{
  hotelIds?: Array<string | number> | string | number | null | undefined;
}>;


export type StatisticsHotelQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', timeZone: string, hotel: { __typename: 'Hotel', id: string } }> } };

export type SyncRunQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsSyncFailureFilter | null | undefined;
}>;


export type SyncRunQuery = { __typename: 'Query', syncLog: { __typename: 'PmsSyncLog', errorCode: string | null, unreadCount: number, id: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, provider: string, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsFailed: number, itemsDeleted: number, queuedAt: string, startedAt: string | null, duration: number | null, p50DurationMs: number | null, hotelId: string, itemsUnchanged: number, itemsHeldBack: number, itemsDuplicate: number, itemsTotal: number | null, completedAt: string | null, errorSummary: string | null, cancelRequestedAt: string | null, unreadValues: Array<{ __typename: 'PmsUnreadValue', path: string, found: string, used: string, count: number, externalId: string }>, failureGroups: Array<{ __typename: 'PmsSyncFailureGroup', provider: string, entityType: PmsEntityType, errorCode: string, path: string | null, reason: string, count: number, openCount: number, lastAt: string }>, failures: { __typename: 'PmsSyncFailureConnection', nodes: Array<{ __typename: 'PmsSyncFailure', id: string, entityType: PmsEntityType, externalId: string | null, path: string | null, reason: string, createdAt: string, resolution: PmsFailureResolution | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } } | null };

export type SyncsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PmsSyncLogFilter | null | undefined;
  orderBy?: PmsSyncLogOrder | null | undefined;
  isStart: boolean;
}>;


export type SyncsQuery = { __typename: 'Query', syncLogs: { __typename: 'PmsSyncLogConnection', totalCount?: number, nodes: Array<{ __typename: 'PmsSyncLog', id: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, provider: string, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsFailed: number, itemsDeleted: number, queuedAt: string, startedAt: string | null, duration: number | null, p50DurationMs: number | null, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, newest?: { __typename: 'PmsSyncLogConnection', nodes: Array<{ __typename: 'PmsSyncLog', id: string }> } };

export type RunRowFragment = { __typename: 'PmsSyncLog', id: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, provider: string, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsFailed: number, itemsDeleted: number, queuedAt: string, startedAt: string | null, duration: number | null, p50DurationMs: number | null, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } };

export type LatestSyncsQueryVariables = Exact<{
  first: number;
  filter?: PmsSyncLogFilter | null | undefined;
}>;


export type LatestSyncsQuery = { __typename: 'Query', syncLogs: { __typename: 'PmsSyncLogConnection', nodes: Array<{ __typename: 'PmsSyncLog', id: string, entityType: PmsEntityType, operation: PmsSyncOperation, trigger: PmsSyncTrigger, triggeredBy: string | null, provider: string, status: PmsSyncStatus, itemsProcessed: number, itemsCreated: number, itemsUpdated: number, itemsFailed: number, itemsDeleted: number, queuedAt: string, startedAt: string | null, duration: number | null, p50DurationMs: number | null, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } }> } };

export type WebhookEventsQueryVariables = Exact<{
  hotelId: string | number;
  hotelIds: Array<string | number> | string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PmsWebhookEventFilter | null | undefined;
}>;


export type WebhookEventsQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', timeZone: string }> }, configurations: { __typename: 'PmsConfigurationConnection', nodes: Array<{ __typename: 'PmsConfiguration', id: string, provider: string, webhookEndpoint: { __typename: 'PmsWebhookEndpoint', hasKey: boolean, headerNames: Array<string>, lastEventAt: string | null, refusedCount: number, lastRefusedAt: string | null } | null }> }, webhookEvents: { __typename: 'PmsWebhookEventConnection', nodes: Array<{ __typename: 'PmsWebhookEvent', id: string, provider: string, eventType: string, status: PmsWebhookEventStatus, deliveries: number, tries: number, receivedAt: string, nextAttemptAt: string | null, subjects: Array<{ __typename: 'PmsWebhookSubject', entityType: PmsEntityType, externalId: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ReplayEventsMutationVariables = Exact<{
  input: PmsWebhookReplayInput;
}>;


export type ReplayEventsMutation = { __typename: 'Mutation', replayWebhookEvents: { __typename: 'PmsWebhookReplayPayload', count: number | null, errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export type FirstHotelQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstHotelQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', hotel: { __typename: 'Hotel', id: string } }> } };

export type WebhookEventQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookEventQuery = { __typename: 'Query', webhookEvent: { __typename: 'PmsWebhookEvent', id: string, hotelId: string, provider: string, eventId: string | null, eventType: string, status: PmsWebhookEventStatus, deliveries: number, tries: number, occurredAt: string | null, receivedAt: string, nextAttemptAt: string | null, processedAt: string | null, errorCode: string | null, reason: string | null, payload: Record<string, unknown> | null, subjects: Array<{ __typename: 'PmsWebhookSubject', entityType: PmsEntityType, externalId: string }>, hotel: { __typename: 'Hotel', id: string, pmsRegistration: { __typename: 'PmsRegistration', name: string, timeZone: string } | null } } | null };

export type ViewerFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerFactsQuery = { __typename: 'Query', viewer: { __typename: 'PmsViewer', subject: string, permissions: Array<PmsPermission>, hotelIds: Array<string> | null, expiresAt: string }, registrations: { __typename: 'PmsRegistrationConnection', totalCount: number, nodes: Array<{ __typename: 'PmsRegistration', name: string }> } };

export type HotelChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  chosen: Array<string | number> | string | number;
}>;


export type HotelChoicesQuery = { __typename: 'Query', found: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', name: string, hotel: { __typename: 'Hotel', id: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } }, chosen: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', name: string, hotel: { __typename: 'Hotel', id: string } }> } };

export type HotelFrameQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type HotelFrameQuery = { __typename: 'Query', registrations: { __typename: 'PmsRegistrationConnection', nodes: Array<{ __typename: 'PmsRegistration', name: string, slug: string, timeZone: string, currency: string, version: number, hotel: { __typename: 'Hotel', id: string } }> } };

export type ProviderNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProviderNamesQuery = { __typename: 'Query', providers: Array<{ __typename: 'PmsProvider', key: string, name: string }> };

export type RevealPersonalDataMutationVariables = Exact<{
  hotelId: string | number;
}>;


export type RevealPersonalDataMutation = { __typename: 'Mutation', revealPersonalData: { __typename: 'PmsRevealPayload', errors: Array<{ __typename: 'PmsError', code: PmsErrorCode, message: string, field: string | null, syncLogId: string | null }> } };

export const PageFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<PageFieldsFragment, unknown>;
export const HotelRunFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}}]} as unknown as DocumentNode<HotelRunFragment, unknown>;
export const ErrorFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<ErrorFieldsFragment, unknown>;
export const StartedSyncFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<StartedSyncFragment, unknown>;
export const BookingRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<BookingRowFragment, unknown>;
export const GuestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GuestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"totalStays"}},{"kind":"Field","name":{"kind":"Name","value":"totalSpent"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<GuestRowFragment, unknown>;
export const HousekeepingRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HousekeepingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHousekeeping"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"discrepancy"}},{"kind":"Field","name":{"kind":"Name","value":"roomStatus"}},{"kind":"Field","name":{"kind":"Name","value":"attendant"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<HousekeepingRowFragment, unknown>;
export const MaintenanceRequestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MaintenanceRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsMaintenanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<MaintenanceRequestRowFragment, unknown>;
export const RatePlanRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"taxIncluded"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<RatePlanRowFragment, unknown>;
export const RoomBlockRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomBlockRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomBlock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"firstNight"}},{"kind":"Field","name":{"kind":"Name","value":"lastNight"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<RoomBlockRowFragment, unknown>;
export const RoomRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoom"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"roomType"}},{"kind":"Field","name":{"kind":"Name","value":"floor"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cleaningStatus"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<RoomRowFragment, unknown>;
export const RoomTypeRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomTypeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomType"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"roomCount"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<RoomTypeRowFragment, unknown>;
export const FleetHotelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FleetHotel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetHotel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalsToday"}},{"kind":"Field","name":{"kind":"Name","value":"openFailures"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorClass"}}]}}]}}]} as unknown as DocumentNode<FleetHotelFragment, unknown>;
export const RunProgressFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"processed"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"updated"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"etaMs"}},{"kind":"Field","name":{"kind":"Name","value":"waitingUntil"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]} as unknown as DocumentNode<RunProgressFragment, unknown>;
export const RunRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"p50DurationMs"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]} as unknown as DocumentNode<RunRowFragment, unknown>;
export const RunEndDocument = {"__meta__":{"hash":"sha256:9f72a7487cb49fa1c4b3aad9889cc273d229cb4d550d18db199fcdbe0e19eac0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RunEnd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"syncLogId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<RunEndSubscription, RunEndSubscriptionVariables>;
export const UpdateHotelDocument = {"__meta__":{"hash":"sha256:c2d58382d63cc7e3388ce19310cf9e132f6ff3e159c8fcd057ce33917ecb49cc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelUpdateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updateHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<UpdateHotelMutation, UpdateHotelMutationVariables>;
export const BookingsDocument = {"__meta__":{"hash":"sha256:b279fd6eca08755650acbf15b257b2062e7fec2a532a469aaa0c09a9f3a82fa3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBookingOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BookingRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<BookingsQuery, BookingsQueryVariables>;
export const BookingDocument = {"__meta__":{"hash":"sha256:334b851237a7e63e9dfa79e44d7654e14ff4e5963deac262a05e9d5f496567de"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Booking"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"guestEmail"}},{"kind":"Field","name":{"kind":"Name","value":"guest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"roomType"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bookedRoomType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"adults"}},{"kind":"Field","name":{"kind":"Name","value":"children"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<BookingQuery, BookingQueryVariables>;
export const SyncBookingsDocument = {"__meta__":{"hash":"sha256:7813c05a047306023ad6b05fea6dd5e206937ed3c376a7139bc673d901dbca5e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncBookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncBookingsMutation, SyncBookingsMutationVariables>;
export const SyncRatesDocument = {"__meta__":{"hash":"sha256:aca732c2448d2eb33f92cc48bfe4189feb5017499e9ddcd94c6383b1389d3527"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncRates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncRatesMutation, SyncRatesMutationVariables>;
export const SyncAvailabilityDocument = {"__meta__":{"hash":"sha256:50cbbc3425e2178a7afe849d8fcf8c9df468f446bd7aa1e699a345ad720f0e8c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncAvailability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncAvailability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncAvailabilityMutation, SyncAvailabilityMutationVariables>;
export const RowHistoryDocument = {"__meta__":{"hash":"sha256:2c1b82620c54fc0c7dc4d31eedd4229ddf59c427a6d7fec54626921b03942154"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RowHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"entityType"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsEntityType"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"entityType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"entityType"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"webhookEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RowHistoryQuery, RowHistoryQueryVariables>;
export const GuestsDocument = {"__meta__":{"hash":"sha256:80b6b5b2e84e1e84d1d20c8e0258b3c7275ec6f323709148e9d61321a75f2440"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Guests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuestFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuestOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"guests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"GuestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GuestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsGuest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"totalStays"}},{"kind":"Field","name":{"kind":"Name","value":"totalSpent"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<GuestsQuery, GuestsQueryVariables>;
export const GuestDocument = {"__meta__":{"hash":"sha256:5806c0e9a91e058c29fdf576a2c62ba1b7194b67d1f663ed221d21529dc8b5f8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Guest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"guest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"loyaltyTier"}},{"kind":"Field","name":{"kind":"Name","value":"totalStays"}},{"kind":"Field","name":{"kind":"Name","value":"totalSpent"}},{"kind":"Field","name":{"kind":"Name","value":"preferences"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}},{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CHECK_IN"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BookingRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<GuestQuery, GuestQueryVariables>;
export const SyncGuestsDocument = {"__meta__":{"hash":"sha256:8e51c25f38c65aca82af9927b5738a27bdae7bc647c9b1ed770d2b78b0e9b2fd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncGuests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncGuests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncGuestsMutation, SyncGuestsMutationVariables>;
export const HousekeepingDocument = {"__meta__":{"hash":"sha256:74d6981c8f0f4d92a10e2bdcc6b8b9093b840712bf49f3acdd82a2527e9c57b1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Housekeeping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHousekeepingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHousekeepingOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"housekeeping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HousekeepingRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HousekeepingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHousekeeping"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"discrepancy"}},{"kind":"Field","name":{"kind":"Name","value":"roomStatus"}},{"kind":"Field","name":{"kind":"Name","value":"attendant"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<HousekeepingQuery, HousekeepingQueryVariables>;
export const HousekeepingDetailsDocument = {"__meta__":{"hash":"sha256:c3f563589f971e4778439bdf9cfdd0ea652e9a1255875a326b4927323df2a5a2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HousekeepingDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"housekeepingById"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOccupancy"}},{"kind":"Field","name":{"kind":"Name","value":"discrepancy"}},{"kind":"Field","name":{"kind":"Name","value":"roomStatus"}},{"kind":"Field","name":{"kind":"Name","value":"doNotDisturb"}},{"kind":"Field","name":{"kind":"Name","value":"serviceRefused"}},{"kind":"Field","name":{"kind":"Name","value":"turndown"}},{"kind":"Field","name":{"kind":"Name","value":"attendant"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"businessDate"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<HousekeepingDetailsQuery, HousekeepingDetailsQueryVariables>;
export const SyncHousekeepingDocument = {"__meta__":{"hash":"sha256:b45a3d6bf12ca5bc38c5f7798cec13306d72fdda216a655d2cbd60b7d5946454"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncHousekeeping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncHousekeeping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncHousekeepingMutation, SyncHousekeepingMutationVariables>;
export const MaintenanceRequestsDocument = {"__meta__":{"hash":"sha256:89cdf3664032c6b02854dd409aa6329076f736036a5dbec544119a5b6d3082fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MaintenanceRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsMaintenanceRequestFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsMaintenanceRequestOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"maintenanceRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MaintenanceRequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MaintenanceRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsMaintenanceRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<MaintenanceRequestsQuery, MaintenanceRequestsQueryVariables>;
export const MaintenanceRequestDocument = {"__meta__":{"hash":"sha256:3be59ea08454323553ccac7ac9ce8a8e10baba1c5f88d5dca6867a6e692abbd8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MaintenanceRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"maintenanceRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<MaintenanceRequestQuery, MaintenanceRequestQueryVariables>;
export const SyncMaintenanceRequestsDocument = {"__meta__":{"hash":"sha256:6f821b9dc67d411dcaaac1086d7612bb50eaa4ca8319513ffa5a19639d7dd643"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncMaintenanceRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncMaintenanceRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncMaintenanceRequestsMutation, SyncMaintenanceRequestsMutationVariables>;
export const RatePlansDocument = {"__meta__":{"hash":"sha256:767a82a61dbec25d1c60008964538bd1d853826784122a57b46613632b2cdae4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RatePlans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRatePlanFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRatePlanOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"ratePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RatePlanRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"taxIncluded"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<RatePlansQuery, RatePlansQueryVariables>;
export const RatePlanDocument = {"__meta__":{"hash":"sha256:fd3f017b733ed059d2ef1e044c03b7f202d5bbd01f6ffa7718c73d8ca986f329"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"ratePlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"taxIncluded"}},{"kind":"Field","name":{"kind":"Name","value":"pricing"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlanExternalId"}},{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<RatePlanQuery, RatePlanQueryVariables>;
export const SyncRatePlansDocument = {"__meta__":{"hash":"sha256:683487cd5c30abf12cad527f9de2420161a4a0a3f8c0a9551c21b181a705e436"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRatePlans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncRatePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncRatePlansMutation, SyncRatePlansMutationVariables>;
export const RoomBlocksDocument = {"__meta__":{"hash":"sha256:bbf80c0269afc2b36f16c9c997c35ead84960ad16a8c4abf021972957340fb80"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomBlocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomBlockFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomBlockOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"roomBlocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoomBlockRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomBlockRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomBlock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"firstNight"}},{"kind":"Field","name":{"kind":"Name","value":"lastNight"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<RoomBlocksQuery, RoomBlocksQueryVariables>;
export const RoomBlockDocument = {"__meta__":{"hash":"sha256:2115933aefbe4ed206a54417545e97a86edf856f3fddb50cfd48b9668f5bc586"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomBlock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"roomBlock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"firstNight"}},{"kind":"Field","name":{"kind":"Name","value":"lastNight"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"returnCondition"}},{"kind":"Field","name":{"kind":"Name","value":"room"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<RoomBlockQuery, RoomBlockQueryVariables>;
export const SyncRoomBlocksDocument = {"__meta__":{"hash":"sha256:c9674c4e222d75e4f9d5f8ca886ccfa69d95359347571108944ab3af7b8f770e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRoomBlocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncRoomBlocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncRoomBlocksMutation, SyncRoomBlocksMutationVariables>;
export const RoomTypesDocument = {"__meta__":{"hash":"sha256:7e0701eeef3126b10447f50875642acd305618d6d7842f543619de880d57794f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomTypes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomTypeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomTypeOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"roomTypes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoomTypeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomTypeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomType"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"roomCount"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<RoomTypesQuery, RoomTypesQueryVariables>;
export const RoomTypeDocument = {"__meta__":{"hash":"sha256:17b74d03ed3e084595427997e83fd90d297e2ae50ae396c5e89bfe8e3fd3b9f7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomType"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"roomType"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"roomCount"}},{"kind":"Field","name":{"kind":"Name","value":"sellable"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}}]}}]}}]} as unknown as DocumentNode<RoomTypeQuery, RoomTypeQueryVariables>;
export const SyncRoomTypesDocument = {"__meta__":{"hash":"sha256:570541156d0c875c018f548b9719796ef9e73980f095809815ec8090c83a04ae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRoomTypes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncRoomTypes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncRoomTypesMutation, SyncRoomTypesMutationVariables>;
export const RoomsDocument = {"__meta__":{"hash":"sha256:a958c5b54cb64883168a22fb9a88aa9b99e00ce0f08af71cc58485da440e4e43"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rooms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoomOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"rows"},"name":{"kind":"Name","value":"rooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoomRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoomRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsRoom"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"roomType"}},{"kind":"Field","name":{"kind":"Name","value":"floor"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cleaningStatus"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<RoomsQuery, RoomsQueryVariables>;
export const RoomDocument = {"__meta__":{"hash":"sha256:c9e01177cb452afab4b3fe94dfc5416893e76fd121b2242024550844a143dcd9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Room"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"row"},"name":{"kind":"Name","value":"room"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"externalUpdatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"roomType"}},{"kind":"Field","name":{"kind":"Name","value":"floor"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cleaningStatus"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"maxOccupancy"}},{"kind":"Field","name":{"kind":"Name","value":"rateCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amenities"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"syncError"}},{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CHECK_IN"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BookingRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BookingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guestName"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"checkIn"}},{"kind":"Field","name":{"kind":"Name","value":"checkOut"}},{"kind":"Field","name":{"kind":"Name","value":"roomNumber"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmountCents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]} as unknown as DocumentNode<RoomQuery, RoomQueryVariables>;
export const SyncRoomsDocument = {"__meta__":{"hash":"sha256:4c1823534a487a32cd5d6d210b40cfe39a741e9068f45ac3b3177133455db1a6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SyncRooms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"sync"},"name":{"kind":"Name","value":"syncRooms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StartedSync"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StartedSync"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]} as unknown as DocumentNode<SyncRoomsMutation, SyncRoomsMutationVariables>;
export const SaveConnectionDocument = {"__meta__":{"hash":"sha256:1aa1612651db79d720ef69a82ab4e4b02dca0ee14c5fccdb59e45ee66076f8d6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"externalHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<SaveConnectionMutation, SaveConnectionMutationVariables>;
export const TestConnectionDocument = {"__meta__":{"hash":"sha256:f59717e99a9d961010d956e3a4a27fc26da85805d80077e0ccfc3d776229e372"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationTestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"testConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"propertyName"}},{"kind":"Field","name":{"kind":"Name","value":"propertyTimeZone"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<TestConnectionMutation, TestConnectionMutationVariables>;
export const DisconnectDocument = {"__meta__":{"hash":"sha256:cf97823e5e96006619c2348a6b40f718423cecfdfd5147d7dff52e3d03a83160"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Disconnect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deleteConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<DisconnectMutation, DisconnectMutationVariables>;
export const RotateSecretDocument = {"__meta__":{"hash":"sha256:befa23535c016da23e8f94f358a3e2dc15f82aee263a6462fc54e845b79f0919"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsWebhookSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"previousUntil"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<RotateSecretMutation, RotateSecretMutationVariables>;
export const SendTestEventDocument = {"__meta__":{"hash":"sha256:c0469741cbf587795952c7968d104cac99712d66a67f7a96019d77434e34bfd3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTestEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sendTestWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<SendTestEventMutation, SendTestEventMutationVariables>;
export const TestEventDocument = {"__meta__":{"hash":"sha256:82512e9d488ca78b92a43acb9feafb2b7340308c1118c28083af3f7db4fca698"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TestEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"webhookEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<TestEventQuery, TestEventQueryVariables>;
export const SwitchSyncsDocument = {"__meta__":{"hash":"sha256:1a5d625190b9e2773266c183e555943e24e437ef4b7bf4396dcdac5a03f756fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SwitchSyncs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<SwitchSyncsMutation, SwitchSyncsMutationVariables>;
export const ConfigurationDocument = {"__meta__":{"hash":"sha256:b3397ede1429b54ccbd9cbfdae41a59e012f4a62eb0495d8cf4f6823ee2f7640"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Configuration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"credentialSchema"}},{"kind":"Field","name":{"kind":"Name","value":"settingsSchema"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"streamSetup"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"webhookLossHorizonMs"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}},{"kind":"Field","name":{"kind":"Name","value":"syncSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSyncAt"}},{"kind":"Field","name":{"kind":"Name","value":"settings"}},{"kind":"Field","name":{"kind":"Name","value":"externalHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"credentialFields"}},{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"hasKey"}},{"kind":"Field","name":{"kind":"Name","value":"headerNames"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"rotatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefusedAt"}},{"kind":"Field","name":{"kind":"Name","value":"backfillOwedSince"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}},{"kind":"Field","name":{"kind":"Name","value":"lagMs"}},{"kind":"Field","name":{"kind":"Name","value":"reconnects"}},{"kind":"Field","name":{"kind":"Name","value":"lastCloseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConfigurationQuery, ConfigurationQueryVariables>;
export const SchedulePreviewDocument = {"__meta__":{"hash":"sha256:d3f2579b889d50cbe64edcfbd73e0da7458168b8b0caf4e5bfe9c5f6b5f7ffe4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SchedulePreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncSchedule"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"schedulePreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"syncSchedule"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncSchedule"}}},{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}}]}}]}}]} as unknown as DocumentNode<SchedulePreviewQuery, SchedulePreviewQueryVariables>;
export const SaveScheduleDocument = {"__meta__":{"hash":"sha256:f1d0a2d23d80d51472ec1ffc7521b5c46b0c031a8f5bab15e0914b449a523f49"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveSchedule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"upsertConfiguration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"syncSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const ConnectChoicesDocument = {"__meta__":{"hash":"sha256:7204ebea41610a7ff8a5a2132157022738f617162780034948400cbb02ad037b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"webhookLossHorizonMs"}},{"kind":"Field","name":{"kind":"Name","value":"rate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"perMs"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectChoicesQuery, ConnectChoicesQueryVariables>;
export const AddHotelDocument = {"__meta__":{"hash":"sha256:24985e13fe900d2981cdfc614f16588e34370cd60e4177dd236aa5724d964458"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registerHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<AddHotelMutation, AddHotelMutationVariables>;
export const KnownHotelDocument = {"__meta__":{"hash":"sha256:7c3cb5b39ed57094376ed89ddc10a694873a449a9ebe79ef7969074788b9b86c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KnownHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<KnownHotelQuery, KnownHotelQueryVariables>;
export const FailureDocument = {"__meta__":{"hash":"sha256:0d7167a4683c72190802371360ec5497313daa7d7ce5b4b1cde418856bd779e1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Failure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncFailure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"normalized"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FailureQuery, FailureQueryVariables>;
export const HotelFailuresDocument = {"__meta__":{"hash":"sha256:612143a2abfa66f266b288315a12e7003e68f0adf6f304b5aa2dbf8705c3b395"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HotelFailures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncFailureFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailureGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<HotelFailuresQuery, HotelFailuresQueryVariables>;
export const ReplayFailuresDocument = {"__meta__":{"hash":"sha256:aaf42ad8ffac771f67dd49ea578e416f4eda2a3161dba251e363b51d7072b66f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayFailures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsReplayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replayFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<ReplayFailuresMutation, ReplayFailuresMutationVariables>;
export const ReplayRunDocument = {"__meta__":{"hash":"sha256:5cd4ea592b2a89830af8cc814d555f8a54fc3dcac34a52325fe806b623974b41"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReplayRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}}]}}]}}]} as unknown as DocumentNode<ReplayRunQuery, ReplayRunQueryVariables>;
export const FleetProvidersDocument = {"__meta__":{"hash":"sha256:cf7ea0a6125fc8311b56daa079f20d84e3f0e50421575a74573619b239985b89"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FleetProviders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"EnumValue","value":"DAY"}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"EnumValue","value":"HOUR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailureRates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failedRuns"}}]}}]}}]} as unknown as DocumentNode<FleetProvidersQuery, FleetProvidersQueryVariables>;
export const FleetDocument = {"__meta__":{"hash":"sha256:c841ad0d2dfbbd849d5a7b913f8be129c2009579d70342ae60093f30af272112"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Fleet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"urgent"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"incomplete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"streamDown"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"fleetStates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"hotels"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"urgent"},"name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"urgent"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FleetHotel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"incomplete"},"name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"incomplete"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FleetHotel"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"streamDown"},"name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"streamDown"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FleetHotel"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fleet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FleetHotel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FleetHotel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsFleetHotel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"arrivalsToday"}},{"kind":"Field","name":{"kind":"Name","value":"openFailures"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorClass"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<FleetQuery, FleetQueryVariables>;
export const HotelOverviewDocument = {"__meta__":{"hash":"sha256:acf64763a9213eb7f4ccb765f5fd416817a24482679d3ca5e34fee12ae68bc86"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HotelOverview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"lateAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastErrorCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBy"}},{"kind":"Field","name":{"kind":"Name","value":"pausedReason"}},{"kind":"Field","name":{"kind":"Name","value":"nextSyncAt"}},{"kind":"Field","name":{"kind":"Name","value":"stream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"active"},"name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"QUEUED"},{"kind":"EnumValue","value":"RUNNING"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"recent"},"name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"providerHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"nextTryAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncFailures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"open"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}}]} as unknown as DocumentNode<HotelOverviewQuery, HotelOverviewQueryVariables>;
export const TryProviderNowDocument = {"__meta__":{"hash":"sha256:5e8c7a439a25c988d2dd0bc02513f6ec425ecfc90f64eff825a38dc66963761e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TryProviderNow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsConfigurationKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"tryProviderNow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<TryProviderNowMutation, TryProviderNowMutationVariables>;
export const CancelLiveRunDocument = {"__meta__":{"hash":"sha256:2e4d6b5fd0362010d1ad1ab213c88153186ec08a1dad79815aa1956d2db12c35"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelLiveRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cancelSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"syncLogId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"syncLogId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<CancelLiveRunMutation, CancelLiveRunMutationVariables>;
export const HotelProgressDocument = {"__meta__":{"hash":"sha256:bc0f67fcc2b236d8beafa38d32c2d38983d7ebfae28692d1564354b9ce7a45c2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"HotelProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunProgress"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"processed"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"updated"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"etaMs"}},{"kind":"Field","name":{"kind":"Name","value":"waitingUntil"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]} as unknown as DocumentNode<HotelProgressSubscription, HotelProgressSubscriptionVariables>;
export const RemoveHotelDocument = {"__meta__":{"hash":"sha256:302710310f7052227871b3cbc9ef923a921eec1845341b0975093993ad54740a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsHotelRemovalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"removeHotel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"removedHotelId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<RemoveHotelMutation, RemoveHotelMutationVariables>;
export const StatisticsChangesDocument = {"__meta__":{"hash":"sha256:32e3c06513386882604db1f9b27fb874d758460a4dad052655ffc4b4a96a8bbd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"span"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsSpan"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsBucket"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}}]}}]}}]} as unknown as DocumentNode<StatisticsChangesQuery, StatisticsChangesQueryVariables>;
export const StatisticsDurationsDocument = {"__meta__":{"hash":"sha256:4634c9a1c5c8b4ec054a979bf3858a3e3db810d509d01630f7866823dd8fc6f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsDurations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"span"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsSpan"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsBucket"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncDurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"p50Ms"}},{"kind":"Field","name":{"kind":"Name","value":"p95Ms"}},{"kind":"Field","name":{"kind":"Name","value":"p99Ms"}}]}}]}}]} as unknown as DocumentNode<StatisticsDurationsQuery, StatisticsDurationsQueryVariables>;
export const StatisticsFailuresDocument = {"__meta__":{"hash":"sha256:570033aec0ee41ac04bea38c95fe57a05a26636c03eb64209270a5d9483cc4b7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsFailures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"span"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsSpan"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncFailureRates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failedRuns"}},{"kind":"Field","name":{"kind":"Name","value":"classes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"errorClass"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"errorCodes"}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsFailuresQuery, StatisticsFailuresQueryVariables>;
export const StatisticsFreshnessDocument = {"__meta__":{"hash":"sha256:e5503f5791e664f8b19aaa2559c420f7921c4f0d8b8a593de701b2eedf2fdc59"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsFreshness"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"span"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsSpan"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsStatisticsBucket"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"freshnessAges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}},{"kind":"Argument","name":{"kind":"Name","value":"span"},"value":{"kind":"Variable","name":{"kind":"Name","value":"span"}}},{"kind":"Argument","name":{"kind":"Name","value":"bucket"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bucket"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeMs"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"trueAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"lateAt"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsFreshnessQuery, StatisticsFreshnessQueryVariables>;
export const StatisticsHotelDocument = {"__meta__":{"hash":"sha256:3e9693d756d316c395a150bc51b0e482c10da05cdd54fed1940cb86fccceac88"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatisticsHotel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsHotelQuery, StatisticsHotelQueryVariables>;
export const SyncRunDocument = {"__meta__":{"hash":"sha256:2c9b3c80c856b56a1edc98ee1c648353384f835c43b3b4b7934ad9b377eb1a90"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SyncRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncFailureFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HotelRun"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"unreadValues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"found"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failureGroups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"openCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"p50DurationMs"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HotelRun"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"itemsHeldBack"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDuplicate"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"itemsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"errorSummary"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<SyncRunQuery, SyncRunQueryVariables>;
export const SyncsDocument = {"__meta__":{"hash":"sha256:af5c3dacac5c9d8755ab60f656ecbdbe1947aabce4e843df2d0f0dfa336cbbd7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Syncs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLogFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLogOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isStart"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isStart"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"newest"},"name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isStart"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"p50DurationMs"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]} as unknown as DocumentNode<SyncsQuery, SyncsQueryVariables>;
export const LatestSyncsDocument = {"__meta__":{"hash":"sha256:d320762d72802830855f0df10282b41c72616ed0173f019beb76c1fa9b357439"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestSyncs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLogFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsSyncLog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"triggeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"itemsProcessed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsUpdated"}},{"kind":"Field","name":{"kind":"Name","value":"itemsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"itemsDeleted"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"p50DurationMs"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]} as unknown as DocumentNode<LatestSyncsQuery, LatestSyncsQueryVariables>;
export const WebhookEventsDocument = {"__meta__":{"hash":"sha256:ba9ee0c3f9e2ae10c3b51b41299aa82950e35d068cae4bafb09ff611feb9218c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsWebhookEventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasKey"}},{"kind":"Field","name":{"kind":"Name","value":"headerNames"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}},{"kind":"Field","name":{"kind":"Name","value":"refusedCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefusedAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"webhookEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<WebhookEventsQuery, WebhookEventsQueryVariables>;
export const ReplayEventsDocument = {"__meta__":{"hash":"sha256:eaa022b290a3276a72255eecb8c19750a036b1fc4514bb1786d3e12ba1d6abe6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PmsWebhookReplayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replayWebhookEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<ReplayEventsMutation, ReplayEventsMutationVariables>;
export const FirstHotelDocument = {"__meta__":{"hash":"sha256:e9b80a3570bfb6917c6bd6de5742665c489553e0cc0d41dd00b54999dd0eec17"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FirstHotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FirstHotelQuery, FirstHotelQueryVariables>;
export const WebhookEventDocument = {"__meta__":{"hash":"sha256:5627fcf8d4ecaf5572d9922eaf7447f3bbabc98b654cbb47bf37dda451ef6845"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"webhookEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hotelId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"eventType"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"processedAt"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"payload"}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pmsRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookEventQuery, WebhookEventQueryVariables>;
export const ViewerFactsDocument = {"__meta__":{"hash":"sha256:dc6c71fd3411aeb317ade9d47e55336ea633dbbb8a32803eceee80eba8c46fad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ViewerFacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"hotelIds"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerFactsQuery, ViewerFactsQueryVariables>;
export const HotelChoicesDocument = {"__meta__":{"hash":"sha256:0a4e44d1b5e455cca0daa02601cdc52e0135f3032517bdca62a91ee1143a4c6e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HotelChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"found"},"name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"chosen"},"name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"chosen"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HotelChoicesQuery, HotelChoicesQueryVariables>;
export const HotelFrameDocument = {"__meta__":{"hash":"sha256:50922a609cc2b48e367e69b2e542a40506bfd1600b93c76194ec0590619aca8b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HotelFrame"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registrations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hotelIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"hotel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HotelFrameQuery, HotelFrameQueryVariables>;
export const ProviderNamesDocument = {"__meta__":{"hash":"sha256:697b9a215c9c6f82f4da118caa724898e5c69f1c6ebdbce484ffc074f454afe1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProviderNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ProviderNamesQuery, ProviderNamesQueryVariables>;
export const RevealPersonalDataDocument = {"__meta__":{"hash":"sha256:ae7496b62b37dbb4d212ad5b11e3fdd29f5c8a23f0c0cfc97f23d907e8335c82"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealPersonalData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"revealPersonalData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hotelId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hotelId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrorFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrorFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PmsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"syncLogId"}}]}}]} as unknown as DocumentNode<RevealPersonalDataMutation, RevealPersonalDataMutationVariables>;