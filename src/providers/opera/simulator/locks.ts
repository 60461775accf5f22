import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ok, problem } from './answers.ts'

const LIVES_MS = 600_000

interface Lock {
  readonly handle: number
  readonly endsAtMs: number
}

export interface Locks {
  take(id: string, body: unknown, hotel: SimulatedHotel): SimulatorAnswer
  release(handle: number): SimulatorAnswer
  /** Why a request with this handle, or none, may not touch a reservation; null: it may. */
  refuse(id: string, handle: unknown, hotel: SimulatedHotel): 'own_lock' | 'stale_lock' | null
}

/** Locks of reservations, as the integration user takes them; those of the desk are the kit's. */
export function createLocks(): Locks {
  const locks = new Map<string, Lock>()
  let lastHandle = 7_000
  const live = (id: string, { clock }: SimulatedHotel) => {
    const lock = locks.get(id)
    return lock !== undefined && lock.endsAtMs > clock.now().getTime() ? lock : undefined
  }
  return {
    take(id, body, hotel) {
      const { desk, clock, collections } = hotel
      if (collections.bookings.find(id) === undefined) return problem(404)
      const existing = (lockHandle: number | undefined, createdBy: string) =>
        ok({ existingReservationLock: { lockHandle, recordType: 'Reservation', recordId: id, createdBy }, links: [] })
      if (desk.isLocked(id)) return existing(6_001, 'FRONTDESK')
      const mayTakeOver = (body as { overrideIfLockedByRequestingUser?: unknown } | null)
        ?.overrideIfLockedByRequestingUser
      const own = live(id, hotel)
      if (own !== undefined && mayTakeOver !== true) return existing(own.handle, 'INTEGRATION')
      const handle = ++lastHandle
      locks.set(id, { handle, endsAtMs: clock.now().getTime() + LIVES_MS })
      const lock = { lockHandle: handle, recordType: 'Reservation', recordId: id, createdBy: 'INTEGRATION' }
      return ok({ acquiredReservationLock: { ...lock, timeToLive: LIVES_MS / 1_000 }, links: [] })
    },
    release(handle) {
      for (const [id, lock] of locks) if (lock.handle === handle) locks.delete(id)
      return ok({ links: [] })
    },
    refuse(id, handle, hotel) {
      const own = live(id, hotel)
      if (own === undefined) return handle === undefined ? null : 'stale_lock'
      return own.handle === handle ? null : 'own_lock'
    },
  }
}
