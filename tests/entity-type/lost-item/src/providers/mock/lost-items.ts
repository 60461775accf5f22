import { z } from 'zod'
import type { RecordInputs } from '../../records/entity-type.ts'
import type { LostItemStatus } from '../../records/lost-item.ts'
import { scrubRaw } from '../../records/text/scrub.ts'
import { idAt } from '../external-id.ts'
import type { FetchWindow, NormalizeContext } from '../provider.ts'
import type { SimulatedItems } from '../simulator-kit/hotel.ts'
import { mapStatus, type StatusTable } from '../status.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchLostItems = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'lostItems', window)

export const fetchLostItem = (ctx: MockContext, id: string) => getOne(ctx, 'lostItems', id)

export const lostItemIdOf = (raw: unknown) => idAt(raw, 'id')

const states: StatusTable<LostItemStatus> = { values: { in_safe: 'KEPT', given_back: 'RETURNED' }, fallback: 'KEPT' }

const wireLostItem = z.object({
  id: z.string(),
  what: z.string(),
  state: z.string(),
  room: z.string().nullish(),
  valuable: z.boolean().nullish(),
  found: z.string(),
  words: z.array(z.string()).nullish(),
  updated_at: z.string(),
})

export function renderLostItem(item: SimulatedItems['lostItems']): z.input<typeof wireLostItem> {
  return {
    id: item.externalId,
    what: item.description,
    state: item.status === 'KEPT' ? 'in_safe' : 'given_back',
    room: item.roomNumber,
    valuable: item.isValuable,
    found: item.foundAt.toISOString(),
    words: item.tags,
    updated_at: item.externalUpdatedAt.toISOString(),
  }
}

export function normalizeLostItem(raw: unknown, ctx: NormalizeContext): RecordInputs['lostItems'] {
  const item = wireLostItem.parse(raw)
  return {
    externalId: item.id,
    externalUpdatedAt: item.updated_at,
    description: item.what,
    status: mapStatus(states, item.state, 'state', ctx),
    roomNumber: item.room,
    isValuable: item.valuable,
    foundAt: item.found,
    tags: item.words,
    metadata: scrubRaw(raw),
  }
}
