import { describeValue } from '../../../entities/changes/words.ts'

/** Names of filters as people read them; others are taken apart at their capitals. */
const NAMES: Readonly<Record<string, string>> = {
  search: 'Search',
  stayCovers: 'In house on',
  checkIn: 'Arrival',
  checkOut: 'Departure',
  roomNumber: 'Room',
  provider: 'PMS',
  updatedSince: 'Changed since',
  includeDeleted: 'Also deleted in the PMS',
}

/** A filter of a list in words: `Status: Confirmed`; nothing where it leaves everything. */
export const describeFilter = (filter: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(filter).flatMap(([name, value]) => {
    const words = wordsOf(value)
    return words === null ? [] : [`${NAMES[name] ?? spaced(name)}: ${words}`]
  })

function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map(describeValue).join(' or ')
  if (typeof value !== 'object') return describeValue(value)
  const parts = Object.entries(value).filter(([, end]) => end !== null && end !== undefined)
  return parts.length === 0
    ? null
    : parts.map(([name, end]) => `${spaced(name).toLowerCase()} ${describeValue(end)}`).join(', ')
}

function spaced(name: string): string {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
