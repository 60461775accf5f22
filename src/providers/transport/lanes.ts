import type { Rate } from './http.ts'

/**
 * Who asks, and what of an allowance it may take. CHANGES: single changes and people, all of it · SETS: items of a set, half
 * of it · WALKS: syncs, which leave room where somebody may change things.
 */
export type Lane = 'CHANGES' | 'SETS' | 'WALKS'

/** For changes and people, of every window: neither a walk through a hotel nor a set ever takes all of the allowance. */
const KEPT_SHARE = 0.2
/** For sets, all of them together. */
export const SET_SHARE = 0.5
/** What is used up by half is left to whoever does not go last. */
const LAST_SHARE = 0.5

/** At least one request of each window. */
const atLeastOne = (requests: number) => Math.max(Math.floor(requests), 1)

/** What is left for walks where somebody may change things. */
export function walkRate({ requests, perMs }: Rate): Rate {
  return { requests: atLeastOne(requests - Math.ceil(requests * KEPT_SHARE)), perMs }
}

/** What is left for all sets together. */
export function setRate(rate: Rate): Rate {
  return { ...walkRate(rate), ofSets: atLeastOne(rate.requests * SET_SHARE) }
}

/** Of walks that go behind all others: they take what these have left of a half, and never more. */
export function lastRate({ requests, perMs }: Rate): Rate {
  return { requests: atLeastOne(requests * LAST_SHARE), perMs }
}

/** One try in so many of what goes last is as good as anybody's, so that it comes forward however busy the others are. */
const EQUAL_EVERY = 8

/** What a request may count up to when it asks for the `nth` time, counted from 1. */
export function rateOfTry(rate: Rate, goesLast: boolean, nth: number): Rate {
  return goesLast && nth % EQUAL_EVERY !== 0 ? lastRate(rate) : rate
}
