import { settledWithin } from '../platform/deadline.ts'
import type { Place, Places } from '../platform/places.ts'

/** The hands of a process for one kind of work: as many as there are places. */
export interface Crew {
  /** Takes on what is due, one after the other, until every place is taken or nothing is due. */
  wake(): Promise<void>
  /** Resolves when a place is free, or the crew stops. */
  room(): Promise<void>
  /** Takes on nothing more, and waits for what is under way. */
  close(graceMs: number): Promise<void>
}

export interface CrewOptions<Task> {
  readonly places: Places
  /** Takes what is due next; null when nothing is. `isOldest`: whatever its rank. */
  claim(isOldest: boolean): Promise<Task | null>
  /** What the task has to wait for. */
  kindOf(task: Task): string
  /** May throw; then the task is somebody's again by itself. */
  work(task: Task, place: Place): Promise<unknown>
  onError(error: unknown): void
}

/** One turn in so many goes to whoever has been due longest, so that none starves. */
const OLDEST_EVERY = 8

export function createCrew<Task>({ places, claim, kindOf, work, onError }: CrewOptions<Task>): Crew {
  const underWay = new Set<Promise<unknown>>()
  const free = new EventTarget()
  let turns = 0
  let isOpen = true
  let isWanted = false
  let claiming: Promise<void> | undefined

  const take = (task: Task) => {
    const place = places.enter(kindOf(task))
    const working = work(task, place)
      .catch(onError)
      .finally(() => {
        place[Symbol.dispose]()
        underWay.delete(working)
        void wake()
      })
    underWay.add(working)
  }
  const claimAll = async () => {
    while (isWanted) {
      isWanted = false
      while (isOpen && !places.isFull) {
        turns += 1
        const task = await claim(turns % OLDEST_EVERY === 0)
        if (task === null) break
        take(task)
      }
    }
  }
  // One claim at a time: two would take from each other, and none of them faster.
  const wake = () => {
    isWanted = true
    free.dispatchEvent(new Event('room'))
    claiming ??= claimAll()
      .catch(onError)
      .finally(() => {
        claiming = undefined
      })
    return claiming
  }
  return {
    wake,
    async room() {
      while (isOpen && places.isFull)
        await new Promise((resolve) => free.addEventListener('room', resolve, { once: true }))
    },
    async close(graceMs) {
      isOpen = false
      free.dispatchEvent(new Event('room'))
      await settledWithin(graceMs, Promise.all([claiming, ...underWay]))
    },
  }
}
