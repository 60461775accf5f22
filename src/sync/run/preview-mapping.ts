import { z } from 'zod'
import type { Configuration } from '../../entities/configuration.ts'
import type { Hotel } from '../../entities/hotel.ts'
import type { SyncFailure } from '../../entities/sync-failure.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { NormalizeContext, PmsProviderAdapter } from '../../providers/provider.ts'
import type { JsonObject } from '../../records/common.ts'
import { scrubRaw } from '../../records/text/scrub.ts'
import { syncedEntities } from '../synced/synced-entities.ts'

/** What today's mapping makes of an item that failed, and what is still wrong with it. */
export interface Mapping {
  normalized: JsonObject | null
  /** Empty when a replay would store it. */
  issues: { path: string | null; rule: string; message: string }[]
}

/**
 * Maps the kept item once more, for a person to look at; nothing is stored. Never throws for the item. Null when the stored
 * settings no longer fit the provider: a run would not start either.
 */
export function mappingOf(
  adapter: PmsProviderAdapter,
  hotel: Hotel,
  configuration: Configuration,
  { entityType, raw }: Pick<SyncFailure, 'entityType' | 'raw'>,
): Mapping | null {
  const settings = adapter.settings.safeParse(configuration.settings ?? {})
  if (!settings.success) return null
  const ctx = contextOf(hotel, configuration, settings.data)
  const { kind, read } = syncedEntities[entityType]
  let normalized: JsonObject | null = null
  try {
    const mapped: unknown = adapter.normalize[kind]?.(raw, ctx)
    normalized = scrubRaw(mapped)
    read(mapped, ctx.report)
    return { normalized, issues: [] }
  } catch (error) {
    return { normalized, issues: issuesOf(error) }
  }
}

function contextOf(hotel: Hotel, { externalHotelId }: Configuration, settings: unknown): NormalizeContext {
  const { id, timeZone, currency } = hotel
  return {
    hotel: { id, timeZone, currency, externalHotelId },
    settings,
    report() {},
  }
}

function issuesOf(error: unknown): Mapping['issues'] {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, code, message }) => ({ path: path.join('.') || null, rule: code, message }))
  }
  if (error instanceof PmsIntegrationError) {
    return [{ path: error.field ?? null, rule: error.code, message: error.message }]
  }
  return [{ path: null, rule: 'RECORD_INVALID', message: 'The item could not be mapped.' }]
}
