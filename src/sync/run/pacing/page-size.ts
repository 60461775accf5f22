import type { PmsProviderAdapter } from '../../../providers/provider.ts'
import { type AnswerTooLarge, MAX_ANSWER_BYTES } from '../../../providers/transport/large-answers/answer-too-large.ts'
import type { Checkpoint } from '../../store/checkpoint.ts'

/** A page that is larger is asked for in smaller ones, before it is read: parsed it takes several times its size. */
const ROOMY_BYTES = 8_000_000
/** Where smaller pages are planned to end up. */
const PLANNED_BYTES = 6_000_000
/** Of the size before, where the vendor does not announce how large its answer is. */
const BLIND_SHARE = 1 / 8
/** Of the size before: an answer that is not smaller than this did not heed what it was asked for. */
const HEEDED = 0.8

/** How large the pages of a slice may be. */
export interface PageSize {
  /** Longest answer that is taken in now. */
  maxBytes(): number
  /** Where to go on after an answer that was too large; null when it cannot be had any smaller. */
  smaller(at: Checkpoint, tooLarge: AnswerTooLarge): Checkpoint | null
  /** A page is here. */
  pageCame(): void
}

/**
 * Pages shrink until they are roomy. Where that does not help, since a single item is that large or the vendor answers
 * everything in one piece, they are taken as they come, up to what the transport can hold. An item that is larger than that
 * all by itself is taken without its long texts: the rest of its list is worth more than a film in one of its fields.
 * @param largest page that the vendor gives
 */
export function createPageSize(largest: () => PmsProviderAdapter['limits']['pageSize']): PageSize {
  let isWhole = false
  let isCut = false
  /** As it was before this page shrank. */
  let first: Pick<Checkpoint, 'pageLimit'> | null = null
  /** Of the answer before, to the same page. */
  let before: number | null = null

  return {
    maxBytes: () => (isCut ? Number.POSITIVE_INFINITY : isWhole ? MAX_ANSWER_BYTES : ROOMY_BYTES),
    smaller(at, { maxBytes, bytes }) {
      const limit = at.pageLimit ?? largest()
      const hasHeeded = bytes === null || before === null || bytes < before * HEEDED
      first ??= { pageLimit: at.pageLimit }
      before = bytes
      if (maxBytes < MAX_ANSWER_BYTES && (limit <= 1 || !hasHeeded)) {
        isWhole = true
        return { ...at, ...first }
      }
      if (limit <= 1 && isCut) return null
      if (limit <= 1) {
        isCut = true
        return at
      }
      const share = bytes === null ? BLIND_SHARE : PLANNED_BYTES / bytes
      return { ...at, pageLimit: Math.max(Math.min(Math.floor(limit * share), limit - 1), 1) }
    },
    pageCame() {
      isCut = false
      first = null
      before = null
    },
  }
}
