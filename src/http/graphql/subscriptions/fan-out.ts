import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { LiveEvents } from '../../../resolvers/streams/live-events.ts'

/** Receives the results of a subscription. Neither call may throw. */
export interface Listener {
  /** @param result what GraphQL answers to one event, as JSON */
  next(result: string): void
  /** Nothing follows. */
  complete(): void
}

/** One subscriber's part in a fan-out. */
export interface Subscription {
  /** Sends the current state, then each new result. */
  listen(listener: Listener): void
  /** No result is sent from now on. The source ends with the last subscriber. */
  unsubscribe(): void
}

/** A GraphQL subscription that is executed once for all of its subscribers. */
export interface FanOut {
  readonly args: ExecutionArgs
  /** @returns what GraphQL answers instead when there is nothing to subscribe to */
  subscribe(): Promise<Subscription | ExecutionResult>
}

interface FanOutOptions {
  readonly args: ExecutionArgs
  /** Executes the subscription with one event; what is returned was made for the eyes of clients. */
  readonly execute: (event: unknown) => Promise<string>
  /** What subscribers are sent when the source fails. */
  readonly present: (error: unknown) => string
  /** Called once, with the first subscriber: others may follow. */
  readonly onStart: () => void
  /** Called once: nobody may subscribe any more. */
  readonly onEnd: () => void
}

export function createFanOut({ args, execute, present, onStart, onEnd }: FanOutOptions): FanOut {
  const listeners = new Set<Listener>()
  /** The last result about each thing that is not over, in the order in which they came. */
  const latest = new Map<string, string>()
  let opening: Promise<LiveEvents<unknown> | ExecutionResult> | undefined
  let subscribers = 0
  let state: 'opened' | 'publishing' | 'ended' = 'opened'

  const end = () => {
    if (state === 'ended') return
    state = 'ended'
    onEnd()
    // Nobody is left who could hear of a failure to end.
    opening?.then((source) => (isEvents(source) ? source.return?.() : undefined)).catch(() => {})
  }
  /** What is sent and what is kept for later subscribers changes in one go: nobody misses a step or gets it twice. */
  const publish = (result: string, about?: ReturnType<NonNullable<LiveEvents<unknown>['stateOf']>>) => {
    if (about) latest.delete(about.of)
    if (about && !about.isOver) latest.set(about.of, result)
    for (const listener of listeners) listener.next(result)
  }
  const run = async (source: LiveEvents<unknown>) => {
    state = 'publishing'
    try {
      for (let event = await source.next(); !event.done; event = await source.next()) {
        publish(await execute(event.value), source.stateOf?.(event.value))
      }
    } catch (error) {
      publish(present(error))
    }
    end()
    for (const listener of listeners) listener.complete()
  }
  const subscriptionTo = (source: LiveEvents<unknown>): Subscription => {
    let own: Listener | null | undefined
    return {
      listen(listener) {
        if (own === null) return
        own = listener
        for (const result of latest.values()) listener.next(result)
        if (state === 'ended') return listener.complete()
        listeners.add(listener)
        if (state === 'opened') void run(source)
      },
      unsubscribe() {
        if (own === null) return
        if (own) listeners.delete(own)
        own = null
        if (--subscribers === 0) end()
      },
    }
  }
  return {
    args,
    async subscribe() {
      subscribers += 1
      if (opening === undefined) onStart()
      opening ??= createSourceEventStream(args) as Promise<LiveEvents<unknown> | ExecutionResult>
      try {
        const source = await opening
        if (isEvents(source)) return subscriptionTo(source)
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
