/** Something to be chosen, by its value. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** One thing to enter. */
export interface EntryField {
  readonly name: string
  readonly label: string
  /** `text`: several lines; `word`: one. */
  readonly kind: 'day' | 'count' | 'choice' | 'text' | 'word' | 'flag'
  readonly isRequired?: boolean
}

/** What somebody entered, by field. */
export type Entered = Readonly<Record<string, string>>

const flag = (name: string, label: string): EntryField => ({ name, label, kind: 'flag' })

/** What a PMS does beside it only where it is asked to. */
export const notifyGuest = flag('notifyGuest', 'The PMS writes to the guest')
export const chargeFee = flag('chargeFee', 'The PMS charges the cancellation fee')

/** Asked where nights or room type change: there is no default. */
export const pricing: EntryField = { name: 'pricing', label: 'Price', kind: 'choice', isRequired: true }
export const PRICINGS: readonly Choice[] = [
  { value: 'KEEP', label: 'The agreed price stays, whatever the number of nights' },
  { value: 'REPRICE', label: 'The PMS makes it anew from its rates' },
]
