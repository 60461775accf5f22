import type { z } from 'zod'
import { type Report, readLeniently } from './lenient.ts'

/** Amounts that mean nothing without their currency. */
const AMOUNTS = ['totalAmountCents', 'rateCents'] as const

/**
 * Makes a record of what a provider's mapping returned. Only identity and stay refuse an item: any other field that cannot
 * be read becomes null, or what its type falls back to, and is reported.
 * @throws ZodError
 */
export function readRecord<Output extends object>(
  { schema, fallbacks }: { readonly schema: z.ZodType<Output>; readonly fallbacks: Readonly<Record<string, unknown>> },
  input: unknown,
  report: Report,
): Output {
  const unread = new Set<string>()
  const note: Report = (problem) => {
    unread.add(problem.path)
    report(problem)
  }
  const record = readLeniently(schema, input, note, fallbacks)
  if (!unread.has('currency')) return record
  return { ...record, ...Object.fromEntries(AMOUNTS.flatMap((amount) => (amount in record ? [[amount, null]] : []))) }
}
