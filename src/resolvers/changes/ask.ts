import type { ChangeRequest } from '../../changes/asking/request.ts'
import type { SyncedRows } from '../../entities/all.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'
import type { PmsActionInput } from '../../schema/changes/inputs.ts'
import { PmsChangePayload, type PmsChangePreview, type PmsChangesPayload } from '../../schema/changes/payloads.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { actorOf } from './change.ts'

/** What mutations share that ask for changes. */

type HotelInput = { input: { hotelId: string } }
export const ofInput = Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
export const payload = () => PmsChangePayload
export type Answer = Promise<Partial<PmsChangePayload>>

export type Wish = Omit<ChangeRequest, 'hotelId' | 'requestedBy'>

const WAIT_MS = 30_000
const ending = (context: ApiContext) => AbortSignal.any([context.signal(), AbortSignal.timeout(WAIT_MS)])

export async function askFor(context: ApiContext, input: PmsActionInput, wish: Wish): Answer {
  const { hotelId, dryRun, wait } = input
  const { changes } = context
  const request = { ...wish, hotelId, requestedBy: actorOf(context) }
  try {
    if (dryRun) return { preview: (await changes.preview(request, context.signal())) as PmsChangePreview }
    const recorded = await changes.request(request)
    return { change: wait ? await changes.waitForEnd(recorded, ending(context)) : recorded }
  } catch (error) {
    throw inWordsOf(input, wish, error)
  }
}

/** A wish calls its target `id`; each input has a name of its own for it. */
function inWordsOf(input: object, { entityId }: Wish, error: unknown): unknown {
  if (!(error instanceof PmsIntegrationError) || error.field !== 'id') return error
  const [field] = Object.entries(input).find(([, value]) => value === entityId) ?? ['id']
  return new PmsIntegrationError(error.code, error.message, { field })
}

/** All of them, or none. */
export async function askForAll(
  context: ApiContext,
  { hotelId, dryRun, wait }: PmsActionInput,
  wishes: readonly Wish[],
): Promise<Partial<PmsChangesPayload>> {
  const { changes } = context
  const requests = wishes.map((wish) => ({ ...wish, hotelId, requestedBy: actorOf(context) }))
  if (dryRun) {
    const previews = requests.map((request) => changes.preview(request, context.signal()))
    return { previews: (await Promise.all(previews)) as PmsChangePreview[] }
  }
  const recorded = await changes.requestAll(hotelId, requests)
  const signal = ending(context)
  const ended = recorded.map((change) => (wait ? changes.waitForEnd(change, signal) : change))
  return { changes: await Promise.all(ended) }
}

interface Named {
  readonly hotelId: string
  readonly id: string
  /** Of the input, for who named something else. */
  readonly field: string
}

/** @throws PmsIntegrationError NOT_FOUND naming the field */
export async function requireRow<T extends RowType>(
  { loaders }: ApiContext,
  type: T,
  { hotelId, id, field }: Named,
): Promise<SyncedRows[T]> {
  const row = (await loaders.rows[type].load(id)) as SyncedRows[T] | null
  if (row === null || row.hotelId !== hotelId || row.deletedAt !== null)
    throw new PmsIntegrationError('NOT_FOUND', 'The hotel has no such thing.', { field })
  return row
}

export const withoutNulls = (fields: object): Values =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
