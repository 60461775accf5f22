/** A place that an entity type is entered in: the import, and the line of the map with the line it goes behind. */
export interface Place {
  readonly file: string
  readonly imports: string
  readonly after: string
  readonly entry: string
}

/** Gives the type its name; from here on the compiler asks for the others. */
export const NAME: Place = {
  file: 'src/records/entity-type.ts',
  imports: `import { lostItems } from './lost-item.ts'`,
  after: 'export const recordTypes = {',
  entry: 'LOST_ITEM: lostItems,',
}

/** What the compiler asks for then. */
export const ASKED: readonly Place[] = [
  {
    file: 'src/entities/all.ts',
    imports: `import { LostItemEntity } from './synced/lost-item.ts'`,
    after: 'export const syncedTables = {',
    entry: 'LOST_ITEM: LostItemEntity,',
  },
  {
    file: 'src/sync/synced/synced-entities.ts',
    imports: `import { syncedLostItem } from './lost-item.ts'`,
    after: 'export const syncedEntities: Readonly<Record<EntityType, SyncedEntity>> = {',
    entry: 'LOST_ITEM: syncedLostItem,',
  },
  {
    file: 'src/resolvers/nouns.ts',
    imports: `import { LostItemListArgs } from '../schema/inputs/synced/lost-item.ts'
import { PmsLostItem, PmsLostItemConnection } from '../schema/synced/lost-item.ts'
import { lostItemList } from './lists/lost-item.ts'`,
    after: 'export const nouns: Readonly<Record<RowType, AnyNoun>> = {',
    entry:
      'LOST_ITEM: noun({ Type: PmsLostItem, Connection: PmsLostItemConnection, Args: LostItemListArgs, list: lostItemList }),',
  },
  {
    file: 'src/providers/simulator-kit/synced/inventions.ts',
    imports: `import { makeLostItem } from './lost-item.ts'`,
    after: 'export const inventions: { readonly [K in RowKind]: Invention<K> } = {',
    entry: 'lostItems: { make: makeLostItem, count: 30 },',
  },
]

/** Asked for by the test that holds tables against entities. */
export const MIGRATION: Place = {
  file: 'src/entities/migrations/all.ts',
  imports: `import { LostItemsMigration } from './20270101000000-lost-items.ts'`,
  after: `  { name: '20261128110000-failures-of-an-item', class: FailuresOfAnItemMigration },`,
  entry: `{ name: '20270101000000-lost-items', class: LostItemsMigration },`,
}

/** A provider that has it; the others are left alone. */
export const PROVIDER: readonly Place[] = [
  {
    file: 'src/providers/mock/index.ts',
    imports: `import { fetchLostItem, fetchLostItems, lostItemIdOf, normalizeLostItem } from './lost-items.ts'`,
    after: '  fetch: {',
    entry: 'lostItems: fetchLostItems,',
  },
  { file: 'src/providers/mock/index.ts', imports: '', after: '  fetchOne: {', entry: 'lostItems: fetchLostItem,' },
  { file: 'src/providers/mock/index.ts', imports: '', after: '  normalize: {', entry: 'lostItems: normalizeLostItem,' },
  { file: 'src/providers/mock/index.ts', imports: '', after: '  identify: {', entry: 'lostItems: lostItemIdOf,' },
  {
    file: 'src/providers/mock/simulator/index.ts',
    imports: `import { renderLostItem } from '../lost-items.ts'`,
    after: '  wire: {',
    entry: 'lostItems: renderLostItem,',
  },
]

/** As the schema's types are generated for the dashboard. */
export const GENERATED: Place = {
  file: 'dashboard/src/gql/graphql.ts',
  imports: '',
  after: 'export type PmsEntityType =',
  entry: `| 'LOST_ITEM'`,
}
