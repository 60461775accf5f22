import { InitialMigration } from './2026-w48/20261123000000-initial.ts'
import { WebhooksMigration } from './2026-w48/20261123010000-webhooks.ts'
import { FiltersMigration } from './2026-w48/20261124000000-filters.ts'
import { FreshnessMigration } from './2026-w48/20261124010000-freshness.ts'
import { RefusedWebhooksMigration } from './2026-w48/20261128000000-refused-webhooks.ts'
import { FailuresMigration } from './2026-w48/20261128030000-failures.ts'
import { RowLevelSecurityMigration } from './2026-w48/20261128100000-row-level-security.ts'
import { FailuresOfAnItemMigration } from './2026-w48/20261128110000-failures-of-an-item.ts'
import { VersionsMigration } from './20261130000000-versions.ts'
import { ClaimsMigration } from './20261130010000-claims.ts'
import { HeldBackMigration } from './20261130020000-held-back.ts'
import { RoomStatusMigration } from './20261130030000-room-status.ts'
import { FiguresMigration } from './20261130040000-figures.ts'
import { RetentionMigration } from './20261130050000-retention.ts'
import { WallsMigration } from './20261130090000-walls.ts'
import { LastingAuditMigration } from './20261130100000-lasting-audit.ts'
import { PausesByCredentialMigration } from './20261130190000-pauses-by-credential.ts'
import { SlicesMigration } from './20261130195000-slices.ts'
import { KeysOfSlicesMigration } from './20261130195100-keys-of-slices.ts'
import { FiguresOfSlicesMigration } from './20261130195200-figures-of-slices.ts'
import { OriginsMigration } from './20261130201500-origins.ts'

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
]
