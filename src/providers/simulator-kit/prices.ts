import { decimalsOf } from '../money.ts'
import type { Random } from './random.ts'

/** Roughly what one euro is in a currency, so that prices look right. */
const PER_EURO: Readonly<Record<string, number>> = { JPY: 160, KRW: 1_400, IDR: 17_000, KWD: 0.33, BHD: 0.41, HUF: 400 }
const CHEAPEST = 80
const DEAREST = 400

/** What a night costs at least and at most, in minor units; a decimal place lost or gained falls outside. */
export function nightlyRange(currency: string): readonly [number, number] {
  const scale = (PER_EURO[currency] ?? 1) * 10 ** decimalsOf(currency)
  return [Math.round(CHEAPEST * scale), Math.round(DEAREST * scale)]
}

/** The price of a night in minor units, dearer for better room types (`grade` from 0 to 1). */
export function nightlyRate(currency: string, grade: number, random: Random): number {
  const [cheapest, dearest] = nightlyRange(currency)
  return Math.round(cheapest + (dearest - cheapest) * (0.8 * grade + 0.2 * random.next()))
}
