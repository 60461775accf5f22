import { badUserInput, PmsIntegrationError } from '../errors.ts'
import { audit } from '../hotels/audit.ts'
import { lockHotel } from '../hotels/hotels.ts'
import type { ScopedDatabase, ScopedTransaction } from '../platform/database/database.ts'
import { scrubProse } from '../records/text/prose.ts'
import { type ChannelStatus, listChannels, pauseChannel, resumeChannel } from './rows.ts'

export interface ChannelKey {
  readonly hotelId: string
  readonly channel: string
  readonly changedBy?: string | undefined
}

export interface PauseInput extends ChannelKey {
  readonly reason?: string | null | undefined
}

const REASON_MAX_CHARS = 500

/** Nothing is sent from now on, and what the channel sells stays as it is there. The first pause counts. */
export function pause(database: ScopedDatabase, input: PauseInput): Promise<ChannelStatus> {
  const reason = scrubProse(input.reason?.trim() ?? '') || null
  if (reason !== null && reason.length > REASON_MAX_CHARS)
    throw badUserInput('reason', `must have at most ${REASON_MAX_CHARS} characters`)
  const { hotelId, channel, changedBy: by = null } = input
  return changed(database, input, async (tx) => {
    if (await pauseChannel(tx, { hotelId, channel, by, reason }))
      audit(tx, { hotelId, actor: by, action: 'channel.paused', details: { channel } })
  })
}

/** Everything is sent anew: nobody knows what was changed there meanwhile. */
export function resume(database: ScopedDatabase, key: ChannelKey): Promise<ChannelStatus> {
  const { hotelId, channel, changedBy } = key
  return changed(database, key, async (tx) => {
    if (await resumeChannel(tx, hotelId, channel))
      audit(tx, { hotelId, actor: changedBy, action: 'channel.resumed', details: { channel } })
  })
}

/** @throws PmsIntegrationError NOT_FOUND */
async function changed(
  database: ScopedDatabase,
  { hotelId, channel }: ChannelKey,
  change: (tx: ScopedTransaction) => Promise<void>,
): Promise<ChannelStatus> {
  await database.transaction(async (tx) => {
    await lockHotel(tx, hotelId)
    await change(tx)
  })
  const found = (await listChannels(database, hotelId)).find((one) => one.channel === channel)
  if (found !== undefined) return found
  throw new PmsIntegrationError('NOT_FOUND', 'The hotel is not connected to this channel.', { field: 'channel' })
}
