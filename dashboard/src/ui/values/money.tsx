import { formatMoney } from './format.ts'

interface MoneyProps {
  /** In minor units. */
  readonly amount: number | null | undefined
  /** An ISO 4217 code. */
  readonly currency: string | null | undefined
}

export function Money({ amount, currency }: MoneyProps) {
  return typeof amount === 'number' && currency ? formatMoney(amount, currency) : '–'
}
