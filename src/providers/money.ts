import { z } from 'zod'
import { PmsIntegrationError } from '../errors.ts'
import type { Report } from '../records/lenient.ts'

/** ISO 4217 minor units where they are not 2. `Intl` is no source for this: it follows CLDR, which differs for some. */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
])

/** Decimals of a currency: EUR 2, JPY 0, KWD 3. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency.toUpperCase()] ?? 2
}

/** An amount as vendors send it: a number, or a decimal as text. */
export const decimalAmount = z.union([z.number(), z.string().regex(/^\s*[+-]?\d+(\.\d+)?\s*$/, 'must be a decimal')])

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/
/** Below this JavaScript writes numbers with an exponent; no currency is that fine. */
const SMALLEST = 1e-6

/**
 * A decimal amount in minor units, without floating-point arithmetic: `('12.5', 'EUR')` → 1250. What is finer than the
 * currency's smallest unit is rounded half away from zero.
 * @param field where the amount stands in the record, for the error
 * @throws PmsIntegrationError RECORD_INVALID when it is not a plain decimal or too large to be exact
 */
export function minorUnitsOf(amount: string | number, currency: string, field?: string): number {
  return shift(amount, decimalsOf(currency), field)
}

/** `('12.5', 2)` → 1250 */
function shift(amount: string | number, decimals: number, field?: string): number {
  const text = typeof amount === 'number' && Math.abs(amount) < SMALLEST ? '0' : String(amount).trim()
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (sign === undefined) throw invalid('is not a plain decimal amount', field)
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  const rounded = kept + (Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n)
  const minor = Number(sign === '-' ? -rounded : rounded)
  if (!Number.isSafeInteger(minor)) throw invalid('is too large an amount', field)
  return minor
}

/** An amount in minor units of its currency; null where there is none, or none that can be read, which is reported. */
export function readAmount(
  amount: string | number | null | undefined,
  currency: string,
  path: string,
  { report }: { readonly report: Report },
): number | null {
  return read(amount, decimalsOf(currency), path, report)
}

/** A percentage in hundredths of a percent: `'-12.5'` → -1250. Otherwise as {@link readAmount}. */
export function readPercent(
  percent: string | number | null | undefined,
  path: string,
  { report }: { readonly report: Report },
): number | null {
  return read(percent, 2, path, report)
}

function read(
  amount: string | number | null | undefined,
  decimals: number,
  path: string,
  report: Report,
): number | null {
  if (amount === null || amount === undefined) return null
  try {
    return shift(amount, decimals, path)
  } catch {
    report({ path, value: typeof amount, used: 'null' })
    return null
  }
}

const invalid = (message: string, field = 'amount') =>
  new PmsIntegrationError('RECORD_INVALID', `${field} ${message}`, { field })

/** The reverse: `(1250, 'EUR')` → `12.50`. */
export function decimalOf(minorUnits: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minorUnits)).padStart(decimals + 1, '0')
  const sign = minorUnits < 0 ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}
