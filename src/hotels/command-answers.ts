import type { ScopedTransaction } from '../platform/database/database.ts'
import type { CommandOutcome } from '../records/changes/command-outcome.ts'

export interface AnsweredHotel {
  readonly hotelId: string
  readonly provider: string
}

/** Where answers to commands go that a PMS had accepted. Whoever hears them first need not know what was commanded. */
export interface CommandAnswers {
  /**
   * Notes the answers in the transaction that settles their messages.
   * @returns tokens that nobody waits for, and what is to be called after the commit
   */
  give(
    tx: ScopedTransaction,
    whose: AnsweredHotel,
    outcomes: readonly CommandOutcome[],
  ): Promise<{ readonly unknown: readonly string[]; announce(): void }>
}
