/** What the product's specification names: each of it is in the product under that name, or on docs/specification.md. */

export const ENDPOINTS = [
  'POST /api/pms/sync/bookings',
  'POST /api/pms/sync/rooms',
  'POST /api/pms/sync/guests',
  'POST /api/pms/:provider/bookings',
] as const

export const HEADERS = ['x-provider-token', 'x-hotel-slug', 'x-correlation-id'] as const

/** Fields of its tables, by the entity that keeps them. */
export const FIELDS = {
  PMSRoom:
    'id hotelId provider externalId roomNumber roomType floor status cleaningStatus occupancy maxOccupancy rateCents currency amenities metadata externalUpdatedAt lastSyncedAt syncStatus syncError',
  PMSGuest:
    'id hotelId provider externalId firstName lastName email phone country dateOfBirth loyaltyTier totalStays totalSpent preferences metadata externalUpdatedAt lastSyncedAt syncStatus syncError',
  PMSSyncLog:
    'id hotelId provider entityType operation triggeredBy status itemsProcessed itemsFailed startedAt completedAt duration errorSummary metadata createdAt',
  PMSConfiguration: 'id hotelId provider enabled credentials webhookSecret syncSchedule lastSyncAt settings',
  NormalizedBooking:
    'externalId status source guestName guestEmail roomNumber checkIn checkOut totalAmountCents currency externalUpdatedAt',
} as const

/** Indexes and unique keys of its tables, as columns. */
export const INDEXES = [
  'pms_room (hotel_id, provider, external_id)',
  'pms_room (hotel_id, status)',
  'pms_guest (hotel_id, provider, external_id)',
  'pms_guest (hotel_id, email)',
  'pms_sync_log (hotel_id, provider, entity_type)',
  'pms_sync_log (created_at)',
  'pms_configuration (hotel_id, provider)',
] as const

export const VARIABLES = ['PMS_MOCK_TOKEN', 'PMS_CLOUDBEDS_TOKEN', 'PMS_WEBHOOK_TOKEN', 'CLOUDBEDS_API_KEY'] as const

/** Of the log and of the event bus, with what they carry. */
export const EVENTS = {
  'pms.sync.completed': 'event hotelId provider syncId processed failed startedAt completedAt',
  'pms.booking.synced': 'bookingId hotelId provider externalId syncedAt',
} as const

export const FUNCTIONS = [
  'syncProviderBookings',
  'syncProviderRooms',
  'syncProviderGuests',
  'ingestBookingWebhook',
  'getProviderAdapter',
] as const

export const TYPES = ['PMSProviderAdapter', 'NormalizedBooking', 'PMSIntegrationError'] as const

/** What a summary has, of functions and of REST. */
export const SUMMARY = ['processed', 'failed', 'duration', 'bookings'] as const

export const METHODS_OF_ADAPTER = ['key', 'fetchBookings', 'normalizeBooking'] as const

export const ERROR_CODES_NAMED = ['UNKNOWN_PROVIDER'] as const

export const PERMISSIONS_NAMED = ['ADMIN_VIEW', 'ADMIN_EDIT'] as const

export const PROVIDERS = ['mock', 'cloudbeds', 'opera', 'mews', 'protel'] as const

/** Rules in numbers: initial delay, retries, factor, most, statuses. */
export const RETRY = ['1 second', '3 retries', '2x', '30 seconds', '429, 500, 502, 503, 504'] as const

export const METRICS = [
  'Sync duration (p50, p95, p99)',
  'Items processed per sync',
  'Failure rate per provider',
  'Mapping errors',
  'Duplicate detection rate',
  'Sync lag',
  'API response times',
  'Rate limit hits',
  'Downtime incidents',
] as const

export const ROADMAP = [
  'Guest sync endpoint',
  'Housekeeping status sync',
  'Maintenance requests sync',
  'Rate and availability sync',
  'Real-time WebSocket sync',
  'Conflict resolution UI',
  'Bi-directional sync',
  'Bulk operations',
  'AI-powered mapping suggestions',
  'Anomaly detection',
  'Predictive sync scheduling',
] as const

/** Names of its files. */
export const FILES = [
  'types.ts',
  'errors.ts',
  'registry.ts',
  'mappers.ts',
  'adapters/rest.ts',
  'adapters/graphql.ts',
  'providers/mockProvider.ts',
  'pmsService.ts',
  'pmsQueue.ts',
  'PMSClient.tsx',
] as const
