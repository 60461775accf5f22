import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { LiveEvents } from '../../../resolvers/streams/live-events.ts'

/** Is told what a subscription answers. Neither call may throw. */
export interface Listener {
  /** @param result what GraphQL answers to one event, as JSON */
  next(result: string): void
  /** Nothing follows. */
  complete(): void
}

/** One subscriber's part in a broadcast. */
export interface Seat {
  /** Tells what is known so far, then what comes. */
  listen(listener: Listener): void
  /** Nothing more is told, from now on. The last one to leave ends the subscription. */
  leave(): void
}

/** A subscription that is executed once for everybody who takes a seat. */
export interface Broadcast {
  readonly args: ExecutionArgs
  /** @returns what GraphQL answers instead when there is nothing to subscribe to */
  join(): Promise<Seat | ExecutionResult>
}

interface BroadcastOptions {
  readonly args: ExecutionArgs
  /** Executes the subscription with one event; what is returned was made for the eyes of clients. */
  readonly answer: (event: unknown) => Promise<string>
  /** What subscribers are told when the source fails. */
  readonly explain: (error: unknown) => string
  /** Called once, when somebody has joined: others may. */
  readonly onStart: () => void
  /** Called once: nobody may join any more. */
  readonly onEnd: () => void
}

export function createBroadcast({ args, answer, explain, onStart, onEnd }: BroadcastOptions): Broadcast {
  const listeners = new Set<Listener>()
  /** The last answer about each thing that is not over, in the order in which they came. */
  const standing = new Map<string, string>()
  let opening: Promise<LiveEvents<unknown> | ExecutionResult> | undefined
  let taken = 0
  let state: 'opened' | 'telling' | 'ended' = 'opened'

  const end = () => {
    if (state === 'ended') return
    state = 'ended'
    onEnd()
    // Nobody is left who could be told of a failure to end.
    opening?.then((source) => (isEvents(source) ? source.return?.() : undefined)).catch(() => {})
  }
  /** What is told and what is kept for those who come later changes in one go: nobody misses a step or is told it twice. */
  const tell = (result: string, about?: ReturnType<NonNullable<LiveEvents<unknown>['stateOf']>>) => {
    if (about) standing.delete(about.of)
    if (about && !about.isOver) standing.set(about.of, result)
    for (const listener of listeners) listener.next(result)
  }
  const run = async (source: LiveEvents<unknown>) => {
    state = 'telling'
    try {
      for (let event = await source.next(); !event.done; event = await source.next()) {
        tell(await answer(event.value), source.stateOf?.(event.value))
      }
    } catch (error) {
      tell(explain(error))
    }
    end()
    for (const listener of listeners) listener.complete()
  }
  const seat = (source: LiveEvents<unknown>): Seat => {
    let own: Listener | null | undefined
    return {
      listen(listener) {
        if (own === null) return
        own = listener
        for (const result of standing.values()) listener.next(result)
        if (state === 'ended') return listener.complete()
        listeners.add(listener)
        if (state === 'opened') void run(source)
      },
      leave() {
        if (own === null) return
        if (own) listeners.delete(own)
        own = null
        if (--taken === 0) end()
      },
    }
  }
  return {
    args,
    async join() {
      taken += 1
      if (opening === undefined) onStart()
      opening ??= createSourceEventStream(args) as Promise<LiveEvents<unknown> | ExecutionResult>
      try {
        const source = await opening
        if (isEvents(source)) return seat(source)
        end()
        return source
      } catch (error) {
        end()
        throw error
      }
    },
  }
}

const isEvents = (source: object): source is LiveEvents<unknown> => Symbol.asyncIterator in source
