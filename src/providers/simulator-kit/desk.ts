import type { ActionName } from '../../records/changes/actions.ts'
import type { RowKind } from '../provider.ts'
import type { SideEffect, SimulatedDesk, SimulatedEffect, SimulatorFaults } from '../simulator.ts'
import type { Collections } from './data.ts'
import type { SimulatedItems } from './hotel.ts'
import type { Random } from './random.ts'

/** A request to change something, as a vendor's route has read it. */
export interface WriteRequest<K extends RowKind> {
  readonly action: ActionName
  readonly kind: K
  readonly externalId: string
  /** The caller's key, for vendors that know a request by it. */
  readonly key?: string | undefined
  /** What the vendor does beside the wish, because it was asked to or does so by default. */
  readonly sideEffects: readonly SideEffect[]
  /** Why the vendor does not do it; null: it does. */
  refuse(item: SimulatedItems[K]): string | null
  /** What becomes of it; null: the vendor no longer has it. */
  change(item: SimulatedItems[K]): Partial<SimulatedItems[K]> | null
  /** The vendor does not tell of it, since it does not tell whoever asks of what it has done itself. */
  readonly isUntold?: boolean
  /** What is added below it instead; with an `externalId` among its fields where its id is not the next of its kind. */
  readonly adds?: { [Kind in RowKind]: { kind: Kind; fields: Partial<SimulatedItems[Kind]> } }[RowKind]
}

export type WriteOutcome =
  | { readonly kind: 'DONE' }
  /** Known by its key: answered as it was before, and not done again. */
  | { readonly kind: 'REPEATED' }
  | { readonly kind: 'GONE' | 'LOCKED' }
  | { readonly kind: 'REFUSED'; readonly reason: string }
  /** The connection is to be cut without a word. */
  | { readonly kind: 'LOST' }

/** Where a simulated vendor takes changes. */
export interface WriteDesk extends SimulatedDesk {
  perform<K extends RowKind>(request: WriteRequest<K>): WriteOutcome
  /** Whether a clerk has it open. */
  isLocked(externalId: string): boolean
  /** Told of everything that a request has brought about. */
  listen(listener: DeskListener): void
}

export type DeskListener = (change: {
  readonly kind: RowKind
  readonly what: 'created' | 'updated' | 'removed'
  readonly id: string
  readonly action: ActionName
}) => void

export interface DeskOptions {
  readonly collections: Collections
  readonly random: Random
  faults(): SimulatorFaults
}

export function createDesk({ collections, random, faults }: DeskOptions): WriteDesk {
  const locked = new Set<string>()
  const effects: SimulatedEffect[] = []
  const listeners: DeskListener[] = []
  const answers = new Map<string, WriteOutcome>()
  const delayed: (() => void)[] = []

  const judge = <K extends RowKind>(request: WriteRequest<K>): WriteOutcome => {
    const { kind, externalId, refuse } = request
    const item = collections[kind].find(externalId)
    if (item === undefined) return { kind: 'GONE' }
    if (locked.has(externalId)) return { kind: 'LOCKED' }
    const reason = refuse(item as SimulatedItems[K])
    return reason === null ? { kind: 'DONE' } : { kind: 'REFUSED', reason }
  }
  const act = <K extends RowKind>(request: WriteRequest<K>): WriteOutcome => {
    const { action, externalId, sideEffects, key } = request
    const before = key === undefined ? undefined : answers.get(key)
    if (before !== undefined) return before.kind === 'DONE' ? { kind: 'REPEATED' } : before
    const outcome = judge(request)
    // A lock passes; what it kept from being done is no answer for good.
    if (key !== undefined && outcome.kind !== 'LOCKED') answers.set(key, outcome)
    if (outcome.kind !== 'DONE') return outcome
    const done = bringAbout(collections, request)
    effects.push({ action, externalId, sideEffects })
    const tell = () => {
      for (const listener of listeners) listener({ ...done, action })
    }
    if (request.isUntold) return outcome
    if (faults().write?.isEchoLate) delayed.push(tell)
    else tell()
    return outcome
  }
  return {
    effects,
    lock: (externalId) => void locked.add(externalId),
    isLocked: (externalId) => locked.has(externalId),
    unlock: (externalId) => void locked.delete(externalId),
    release() {
      for (const late of delayed.splice(0)) late()
    },
    listen: (listener) => void listeners.push(listener),
    perform(request) {
      const { loseBefore = 0, loseAfter = 0, refuse = 0, isLate = false, isSlow = false } = faults().write ?? {}
      // Every draw is made for every request, as for other faults.
      const [isLostBefore, isLostAfter] = [random.chance(loseBefore), random.chance(loseAfter)]
      const isRefused = random.chance(refuse)
      if (isLostBefore) return { kind: 'LOST' }
      if (isRefused) return { kind: 'REFUSED', reason: 'switched_off' }
      if (isLate) {
        delayed.push(() => void act(request))
        return { kind: 'LOST' }
      }
      if (isSlow && judge(request).kind === 'DONE') {
        delayed.push(() => void act(request))
        return { kind: 'DONE' }
      }
      const outcome = act(request)
      return isLostAfter ? { kind: 'LOST' } : outcome
    },
  }
}

function bringAbout<K extends RowKind>(
  collections: Collections,
  { kind, externalId, change, adds }: WriteRequest<K>,
): Omit<Parameters<DeskListener>[0], 'action'> {
  if (adds !== undefined) {
    const id = collections[adds.kind].add(adds.fields.externalId)
    collections[adds.kind].change(id, adds.fields as never)
    return { kind: adds.kind, what: 'created', id }
  }
  const { ledger, find, ...collection } = collections[kind]
  const fields = change(find(externalId) as SimulatedItems[K])
  if (fields === null) collection.remove(ledger.find(externalId))
  else collection.change(externalId, fields as never)
  return { kind, what: fields === null ? 'removed' : 'updated', id: externalId }
}
