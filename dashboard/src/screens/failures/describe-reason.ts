/** `Room number` for `roomNumber`, `Amenities 2` for `amenities.2`. */
export const fieldName = (path: string) =>
  asSentence(
    path
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[._]/g, ' ')
      .toLowerCase(),
  )

export interface Reason {
  readonly path?: string | null | undefined
  /** As the service words it. */
  readonly reason: string
}

/** `Room number must be text, but the PMS sent a group of fields.` */
export function describeReason({ path, reason }: Reason): string {
  const [, message = reason, more] = /^(.*?)(?: \(and (\d+) more\))?$/s.exec(reason) ?? []
  const subject = path ? fieldName(path) : null
  const others = more === undefined ? '' : ` ${more} more ${more === '1' ? 'field is' : 'fields are'} wrong, too.`
  return `${sentenceOf(subject, message)}${others}`
}

function sentenceOf(subject: string | null, message: string): string {
  const predicate = predicateOf(message)
  if (predicate !== null) return asSentence(`${subject ?? 'The item'} ${predicate}.`)
  const ended = /[.!?]$/.test(message) ? message : `${message}.`
  return subject === null ? asSentence(ended) : `${subject}: ${ended}`
}

/** What the rules of the service say of a field, as the end of a sentence; null: it is one already. */
function predicateOf(message: string): string | null {
  const [, expected = '', received = ''] = /expected (\w+), received (\w+)/.exec(message) ?? []
  if (received === 'undefined') return 'is missing'
  if (received === 'null') return 'is empty'
  if (received !== '') return `must be ${KINDS[expected] ?? expected}, but the PMS sent ${KINDS[received] ?? received}`
  if (/^Too small: expected (string|array)/.test(message)) return 'is empty or too short'
  if (/^Too big: expected (string|array)/.test(message)) return 'is too long'
  if (/^Too small/.test(message)) return 'is too small'
  if (/^Too big/.test(message)) return 'is too large'
  if (/^Invalid option/.test(message)) return 'has a value that is not known'
  if (/^Invalid (input|string|date|ISO)/.test(message)) return 'has a value that cannot be read'
  return /^(must|is|has|needs|cannot) /.test(message) ? message.replace(/\.$/, '') : null
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  date: 'a date',
  object: 'a group of fields',
  array: 'a list',
}

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
