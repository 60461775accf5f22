import { laneOf, type SyncLog } from '../../../entities/sync-log.ts'
import { createGate, type Gate } from '../../../platform/gate.ts'

/** Pages that a process has in memory, from an answer's last byte to its commit, and those of them in the database. */
export interface PageGates {
  readonly pages: Gate
  readonly writes: Gate
}

export const PAGES_IN_HAND = 8
const WRITES = 4

export function openPageGates(pagesInHand = PAGES_IN_HAND): PageGates {
  return { pages: createGate(pagesInHand), writes: createGate(Math.min(WRITES, pagesInHand)) }
}

/** The page of a run that is being taken in; the one before it may still be stored. */
export interface Hands extends Disposable {
  /** Waits for room for a page, unless there is some already. */
  take(): Promise<void>
  /** The run asks for more before its page is complete. */
  giveBack(): void
  /** The page goes to the store, which gives the room back. */
  pass(): Disposable
}

export function createHands(gates: PageGates, rank: () => readonly number[], signal: AbortSignal): Hands {
  let held: Disposable | null = null
  const giveBack = () => {
    held?.[Symbol.dispose]()
    held = null
  }
  return {
    async take() {
      held ??= await gates.pages.enter(rank(), signal)
    },
    giveBack,
    pass() {
      const passed = held
      held = null
      return { [Symbol.dispose]: () => passed?.[Symbol.dispose]() }
    },
    [Symbol.dispose]: giveBack,
  }
}

/** By lane, and then who has stored least. */
export const rankOf = (log: SyncLog, pages: number): readonly number[] => [laneOf(log), pages]
