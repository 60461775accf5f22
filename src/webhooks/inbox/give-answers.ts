import { PmsIntegrationError } from '../../errors.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import type { EndpointRow } from '../endpoints/rows.ts'
import type { Outcome } from './process.ts'

/** Looks until it is believed that nobody waits for an answer: it may overtake what the PMS answered to the command itself. */
const LOOKS = 3

/** Gives answers to commands to who waits for them, together with what became of their messages. */
export async function giveAnswers(
  { answers }: Pick<InboxDeps, 'answers'>,
  tx: ScopedTransaction,
  endpoint: EndpointRow,
  outcomes: readonly Outcome[],
): Promise<{ outcomes: readonly Outcome[]; announce(): void }> {
  const commands = outcomes.flatMap(({ event, error }) => (error === null ? event.commands : []))
  if (answers === undefined || commands.length === 0) return { outcomes, announce() {} }
  const { unknown, announce } = await answers.give(tx, endpoint, commands)
  const isEarly = ({ event, error }: Outcome) =>
    error === null && event.attempts + 1 < LOOKS && event.commands.some(({ token }) => unknown.includes(token))
  const judged = outcomes.map((each) => (isEarly(each) ? { ...each, error: nobodyWaits(), isFinal: false } : each))
  return { outcomes: judged, announce }
}

const nobodyWaits = () =>
  new PmsIntegrationError('NOT_FOUND', 'Nobody waits for this answer yet; it is looked at again.')
