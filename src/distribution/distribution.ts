import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../errors.ts'
import { audit } from '../hotels/audit.ts'
import { lockHotel, requireHotelRow } from '../hotels/hotels.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import type { ScopedDatabase } from '../platform/database/database.ts'
import { retryOutage } from '../platform/database/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { Clock } from '../providers/provider.ts'
import { errorOf } from '../providers/transport/answer.ts'
import { outboundUrl } from '../providers/transport/outbound-address.ts'
import { createSingleRequest } from '../providers/transport/single-request.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import type { Channel, ChannelContext } from './channel.ts'
import { type ChannelKey, type PauseInput, pause, resume } from './pause.ts'
import { getChannel } from './registry.ts'
import {
  type ChannelRow,
  type ChannelStatus,
  claimChannel,
  deleteChannel,
  findSealed,
  keepChannel,
  listChannels,
  type MappedPlan,
  type MappedRoom,
  releaseChannel,
  saveChannel,
  type WhenStale,
} from './rows.ts'
import { takeTurn } from './turn.ts'

/** A hotel's prices and availability, from its PMS by way of here to where they are sold. Nothing comes back. */
export interface Distribution {
  /** @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the field, OUTBOUND_URL_REFUSED */
  connect(input: ChannelInput): Promise<ChannelStatus>
  /** What the channel sells stays as it is there. @throws PmsIntegrationError NOT_FOUND */
  disconnect(input: ChannelKey): Promise<void>
  /** @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming `reason` */
  pause(input: PauseInput): Promise<ChannelStatus>
  /** @throws PmsIntegrationError NOT_FOUND */
  resume(key: ChannelKey): Promise<ChannelStatus>
  /** Takes the channel whose turn it is; null when none is due. */
  claim(): Promise<ChannelRow | null>
  /** Takes its turn: at most a message of each kind. */
  work(row: ChannelRow, shutdown?: AbortSignal): Promise<void>
}

export interface ChannelInput {
  readonly hotelId: string
  readonly channel: string
  /** Whose prices are sent. */
  readonly provider: string
  readonly propertyId: string
  readonly currency: string
  /** Left out: as they are stored. */
  readonly credentials?: JsonObject | null | undefined
  readonly settings?: JsonObject | null | undefined
  readonly rooms: readonly MappedRoom[]
  readonly plans: readonly MappedPlan[]
  readonly enabled?: boolean | null | undefined
  readonly whenStale?: WhenStale | null | undefined
  readonly staleAfterMinutes?: number | null | undefined
  readonly changedBy?: string | undefined
}

export interface DistributionDeps {
  readonly database: ScopedDatabase
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Logger
  readonly random: () => number
  readonly allowPrivateNetwork: boolean
  readonly channelTiming: ChannelTiming
}

export interface ChannelTiming {
  /** After this long another worker takes a channel over: longer than a message may take. */
  readonly leaseMs: number
}

export const CHANNEL_TIMING: ChannelTiming = { leaseMs: 30_000 }
const ANSWER_MS = 20_000
/** Prices are read hourly. */
const STALE_AFTER_MINUTES = 180
const MAX_STALE_MINUTES = 7 * 24 * 60

export function createDistribution(deps: DistributionDeps): Distribution {
  return {
    connect: (input) => connect({ ...deps, ...ofHotel(deps, input.hotelId) }, input),
    disconnect: async ({ hotelId, channel, changedBy }) => {
      await ofHotel(deps, hotelId).database.transaction(async (tx) => {
        await lockHotel(tx, hotelId)
        if (!(await deleteChannel(tx, hotelId, channel))) {
          throw new PmsIntegrationError('NOT_FOUND', 'The hotel is not connected to this channel.', {
            field: 'channel',
          })
        }
        audit(tx, { hotelId, actor: changedBy, action: 'channel.disconnected', details: { channel } })
      })
    },
    pause: async (input) => pause(ofHotel(deps, input.hotelId).database, input),
    resume: async (key) => resume(ofHotel(deps, key.hotelId).database, key),
    claim: () => claimChannel(deps.database, deps.channelTiming.leaseMs),
    work: (row, shutdown) => work({ ...deps, ...ofHotel(deps, row.hotelId) }, row, shutdown),
  }
}

async function connect(deps: DistributionDeps, input: ChannelInput): Promise<ChannelStatus> {
  const { hotelId } = input
  const channel = getChannel(input.channel)
  const settings = read(channel.settings, input.settings ?? {}, 'settings')
  for (const value of Object.values(settings)) {
    if (typeof value === 'string' && URL.canParse(value)) outboundUrl(value, deps.allowPrivateNetwork)
  }
  const row = { ...checked(input), id: uuidv7(), channel: channel.key, settings }
  await deps.database.transaction(async (tx) => {
    await lockHotel(tx, hotelId)
    const known = 'SELECT FROM pms_configuration WHERE hotel_id = $1 AND provider = $2'
    if ((await tx.query(known, [hotelId, row.provider])).length === 0) {
      throw badUserInput('provider', 'is none that the hotel is connected to')
    }
    // Stored ones are for the address that they were entered for.
    const stored = input.credentials == null ? await findSealed(tx, hotelId, channel.key) : null
    if (stored === null && input.credentials == null) throw badUserInput('credentials', 'is required')
    if (stored !== null && input.settings != null)
      throw badUserInput('credentials', 'have to be entered with new settings')
    const credentials =
      stored ??
      deps.vault.seal(JSON.stringify(read(channel.credentials, input.credentials, 'credentials')), sealOf(row))
    await saveChannel(tx, { ...row, credentials })
    const { propertyId, enabled, whenStale, staleAfterMinutes, rooms, plans } = row
    const details = { channel: channel.key, propertyId, enabled, whenStale, staleAfterMinutes }
    audit(tx, {
      ...{ hotelId, actor: input.changedBy, action: 'channel.connected' },
      details: { ...details, rooms: rooms.length, plans: plans.length },
    })
  })
  const saved = (await listChannels(deps.database, hotelId)).find((one) => one.channel === channel.key)
  if (saved === undefined) throw new PmsIntegrationError('NOT_FOUND', 'The channel has been disconnected meanwhile.')
  return saved
}

const sealOf = ({ hotelId, channel }: { hotelId: string; channel: string }) => ({
  ...{ hotelId, provider: channel, field: 'channel' },
})

/** @throws PmsIntegrationError BAD_USER_INPUT naming `field`, never with a value */
function read(schema: z.ZodObject, value: unknown, field: string): JsonObject {
  const parsed = z.strictObject(schema.shape).safeParse(value)
  if (parsed.success) return parsed.data as JsonObject
  const [issue] = parsed.error.issues
  throw badUserInput([field, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'is invalid')
}

function checked(input: ChannelInput) {
  const { hotelId, provider, currency, rooms, plans } = input
  const propertyId = input.propertyId.trim()
  if (propertyId === '') throw badUserInput('propertyId', 'must not be empty')
  if (!/^[A-Z]{3}$/.test(currency)) throw badUserInput('currency', 'must be an ISO 4217 code such as EUR')
  if (rooms.length === 0) throw badUserInput('rooms', 'needs at least one room type')
  requireDistinct(rooms, 'rooms')
  requireDistinct(plans, 'plans')
  const staleAfterMinutes = input.staleAfterMinutes ?? STALE_AFTER_MINUTES
  if (staleAfterMinutes < 1 || staleAfterMinutes > MAX_STALE_MINUTES) {
    throw badUserInput('staleAfterMinutes', `must be between 1 and ${MAX_STALE_MINUTES}`)
  }
  return {
    ...{ hotelId, provider, propertyId, currency, staleAfterMinutes },
    rooms: rooms.map(({ roomTypeExternalId, channelId }) => ({ roomTypeExternalId, channelId })),
    plans: plans.map(({ roomTypeExternalId, ratePlanExternalId, channelId }) => ({
      ...{ roomTypeExternalId, ratePlanExternalId, channelId },
    })),
    ...{ enabled: input.enabled ?? true, whenStale: input.whenStale ?? ('CLOSE' as const) },
  }
}

/** Two prices for one plan there would overwrite each other for ever. */
function requireDistinct(mapped: readonly MappedRoom[], field: string): void {
  const seen = new Set<string>()
  for (const [index, { channelId, roomTypeExternalId }] of mapped.entries()) {
    if (channelId.trim() === '') throw badUserInput(`${field}.${index}.channelId`, 'must not be empty')
    if (roomTypeExternalId.trim() === '')
      throw badUserInput(`${field}.${index}.roomTypeExternalId`, 'must not be empty')
    if (seen.has(channelId)) throw badUserInput(`${field}.${index}.channelId`, 'is there twice')
    seen.add(channelId)
  }
}

async function work(deps: DistributionDeps, row: ChannelRow, shutdown?: AbortSignal): Promise<void> {
  const { database, log } = deps
  const channel = getChannel(row.channel)
  const keep = async () => {
    shutdown?.throwIfAborted()
    if (await keepChannel(database, row, deps.channelTiming.leaseMs)) return
    throw new PmsIntegrationError('SYNC_LEASE_LOST', 'Another worker has taken the channel over.')
  }
  const isEnding = () => shutdown?.aborted === true
  const { timeZone } = await requireHotelRow(database, row.hotelId)
  const ctx = openContext(deps, channel, row, shutdown)
  const turn = await takeTurn({ ...deps, timeZone, now: deps.clock.now(), isEnding, keep }, channel, ctx, row)
  if (turn.state === 'WAITING' || turn.refused.length > row.refused.length) {
    const facts = {
      event: 'pms.channel.failed',
      hotelId: row.hotelId,
      channel: row.channel,
      refused: turn.refused.length,
    }
    log.warn(facts, `A channel did not take all of it: ${turn.reason ?? turn.refused.at(-1)?.reason}`)
  }
  await retryOutage(() => releaseChannel(database, row, turn))
}

function openContext(
  deps: DistributionDeps,
  channel: Channel,
  row: ChannelRow,
  shutdown?: AbortSignal,
): ChannelContext {
  const request = createSingleRequest({ allowPrivateNetwork: deps.allowPrivateNetwork })
  const opened = () => JSON.parse(deps.vault.open(row.credentials, sealOf(row))) as JsonObject
  return {
    ...{ propertyId: row.propertyId, currency: row.currency, settings: row.settings },
    get credentials() {
      return channel.credentials.parse(opened()) as JsonObject
    },
    async send(asked) {
      const late = AbortSignal.timeout(ANSWER_MS)
      const signal = shutdown === undefined ? late : AbortSignal.any([late, shutdown])
      const answer = await request(asked, signal).catch((error: unknown) => {
        if (!late.aborted) throw error
        throw new PmsIntegrationError('PROVIDER_TIMEOUT', 'The channel did not answer in time.')
      })
      const error = errorOf(asked, answer, deps.clock.now())
      if (error !== undefined) throw error
      return answer
    },
  }
}
