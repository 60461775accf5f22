import { InitialMigration } from './2026-w48/20261123000000-initial.ts'
import { WebhooksMigration } from './2026-w48/20261123010000-webhooks.ts'
import { FiltersMigration } from './2026-w48/20261124000000-filters.ts'
import { FreshnessMigration } from './2026-w48/20261124010000-freshness.ts'
import { RefusedWebhooksMigration } from './2026-w48/20261128000000-refused-webhooks.ts'
import { FailuresMigration } from './2026-w48/20261128030000-failures.ts'
import { RowLevelSecurityMigration } from './2026-w48/20261128100000-row-level-security.ts'
import { FailuresOfAnItemMigration } from './2026-w48/20261128110000-failures-of-an-item.ts'
import { VersionsMigration } from './2026-w49/20261130000000-versions.ts'
import { ClaimsMigration } from './2026-w49/20261130010000-claims.ts'
import { HeldBackMigration } from './2026-w49/20261130020000-held-back.ts'
import { RoomStatusMigration } from './2026-w49/20261130030000-room-status.ts'
import { FiguresMigration } from './20261130040000-figures.ts'
import { RetentionMigration } from './20261130050000-retention.ts'
import { WallsMigration } from './20261130090000-walls.ts'
import { LastingAuditMigration } from './20261130100000-lasting-audit.ts'
import { PausesByCredentialMigration } from './20261130190000-pauses-by-credential.ts'
import { SlicesMigration } from './20261130195000-slices.ts'
import { KeysOfSlicesMigration } from './20261130195100-keys-of-slices.ts'
import { FiguresOfSlicesMigration } from './20261130195200-figures-of-slices.ts'
import { OriginsMigration } from './20261130201500-origins.ts'
import { RoomTypesAndRatePlansMigration } from './20261130202500-room-types-and-rate-plans.ts'
import { BookingsByWhatWasSoldMigration } from './20261130202600-bookings-by-what-was-sold.ts'
import { CareOfRoomsMigration } from './20261130202700-care-of-rooms.ts'
import { ChangesMigration } from './20261130203000-changes.ts'
import { CalendarMigration } from './20261130203200-calendar.ts'
import { HistoryMigration } from './20261130203500-history.ts'
import { CalendarChangesMigration } from './20261130204500-calendar-changes.ts'
import { StreamsMigration } from './20261130204500-streams.ts'
import { NarrowNightsMigration } from './20261130211000-narrow-nights.ts'
import { FoldedSearchIndexesMigration, FoldedSearchMigration } from './20261130220000-folded-search.ts'
import { OfferedActionsMigration } from './20261130233000-offered-actions.ts'
import { ConflictIndexesMigration, ConflictsMigration } from './20261201001500-conflicts.ts'
import { UnreadValuesMigration } from './20261201010000-unread-values.ts'
import { FleetFiguresMigration } from './20261201010100-fleet-figures.ts'
import { ChannelsMigration } from './20261201013000-channels.ts'
import { CalendarsGoLastMigration } from './20261201031000-calendars-go-last.ts'
import { SendingsTogetherMigration } from './20261201032000-sendings-together.ts'
import { ChangeSetsMigration, ChangesOfSetsMigration } from './20261201033000-change-sets.ts'
import { ItemsUnderWayMigration, SetsUnderWayMigration } from './20261201041000-sets-under-way.ts'
import { PausedChannelsMigration } from './20261201042000-paused-channels.ts'
import { RepeatedChangeIndexesMigration, RepeatedChangesMigration } from './20261201043000-repeated-changes.ts'
import { OpenChangesMigration } from './20261201070000-open-changes.ts'

/** In order, each week's in a folder once it is over. A released migration is never edited: add one. */
export const migrations = [
  { name: '20261123000000-initial', class: InitialMigration },
  { name: '20261123010000-webhooks', class: WebhooksMigration },
  { name: '20261124000000-filters', class: FiltersMigration },
  { name: '20261124010000-freshness', class: FreshnessMigration },
  { name: '20261128000000-refused-webhooks', class: RefusedWebhooksMigration },
  { name: '20261128030000-failures', class: FailuresMigration },
  { name: '20261128100000-row-level-security', class: RowLevelSecurityMigration },
  { name: '20261128110000-failures-of-an-item', class: FailuresOfAnItemMigration },
  { name: '20261130000000-versions', class: VersionsMigration },
  { name: '20261130010000-claims', class: ClaimsMigration },
  { name: '20261130020000-held-back', class: HeldBackMigration },
  { name: '20261130030000-room-status', class: RoomStatusMigration },
  { name: '20261130040000-figures', class: FiguresMigration },
  { name: '20261130050000-retention', class: RetentionMigration },
  { name: '20261130090000-walls', class: WallsMigration },
  { name: '20261130100000-lasting-audit', class: LastingAuditMigration },
  { name: '20261130190000-pauses-by-credential', class: PausesByCredentialMigration },
  { name: '20261130195000-slices', class: SlicesMigration },
  { name: '20261130195100-keys-of-slices', class: KeysOfSlicesMigration },
  { name: '20261130195200-figures-of-slices', class: FiguresOfSlicesMigration },
  { name: '20261130201500-origins', class: OriginsMigration },
  { name: '20261130202500-room-types-and-rate-plans', class: RoomTypesAndRatePlansMigration },
  { name: '20261130202600-bookings-by-what-was-sold', class: BookingsByWhatWasSoldMigration },
  { name: '20261130202700-care-of-rooms', class: CareOfRoomsMigration },
  { name: '20261130203000-changes', class: ChangesMigration },
  { name: '20261130203200-calendar', class: CalendarMigration },
  { name: '20261130203500-history', class: HistoryMigration },
  { name: '20261130204500-calendar-changes', class: CalendarChangesMigration },
  { name: '20261130204500-streams', class: StreamsMigration },
  { name: '20261130211000-narrow-nights', class: NarrowNightsMigration },
  { name: '20261130220000-folded-search', class: FoldedSearchMigration },
  { name: '20261130220100-folded-search-indexes', class: FoldedSearchIndexesMigration },
  { name: '20261130233000-offered-actions', class: OfferedActionsMigration },
  { name: '20261201001500-conflicts', class: ConflictsMigration },
  { name: '20261201001600-conflict-indexes', class: ConflictIndexesMigration },
  { name: '20261201010000-unread-values', class: UnreadValuesMigration },
  { name: '20261201010100-fleet-figures', class: FleetFiguresMigration },
  { name: '20261201013000-channels', class: ChannelsMigration },
  { name: '20261201031000-calendars-go-last', class: CalendarsGoLastMigration },
  { name: '20261201032000-sendings-together', class: SendingsTogetherMigration },
  { name: '20261201033000-change-sets', class: ChangeSetsMigration },
  { name: '20261201033100-changes-of-sets', class: ChangesOfSetsMigration },
  { name: '20261201041000-sets-under-way', class: SetsUnderWayMigration },
  { name: '20261201041100-items-under-way', class: ItemsUnderWayMigration },
  { name: '20261201042000-paused-channels', class: PausedChannelsMigration },
  { name: '20261201043000-repeated-changes', class: RepeatedChangesMigration },
  { name: '20261201043100-repeated-change-indexes', class: RepeatedChangeIndexesMigration },
  { name: '20261201070000-open-changes', class: OpenChangesMigration },
]
