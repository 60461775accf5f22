import { PmsIntegrationError } from '../errors.ts'
import type { Channel } from './channel.ts'
import { channex } from './channex/index.ts'

const CHANNELS: ReadonlyMap<string, Channel> = new Map([channex].map((channel) => [channel.key, channel]))

/** @throws PmsIntegrationError BAD_USER_INPUT naming `channel` */
export function getChannel(key: string): Channel {
  const channel = CHANNELS.get(key)
  if (channel !== undefined) return channel
  const known = [...CHANNELS.keys()].join(', ')
  throw new PmsIntegrationError('BAD_USER_INPUT', `There is no such channel. Known: ${known}.`, { field: 'channel' })
}

/** For people; its key where this version no longer has it. */
export const channelName = (key: string): string => CHANNELS.get(key)?.name ?? key
