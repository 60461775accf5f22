const MAX_DEPTH = 60
/** Tags, attributes, comments and the like: many times what the largest message has, and half a second to parse. */
const MAX_MARKUP = 20_000
/** Of one element: finding two of the same name takes more than twice as long for twice as many. */
const MAX_ATTRIBUTES = 200

/** What is not a tag, and how it ends. */
const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/**
 * Why a document is too large to be parsed, or null. Looks at each character once, so that the answer costs next to
 * nothing, and does not care whether the document is well-formed: what it counts in one that is not, the parser refuses.
 */
export function markupProblem(xml: string): string | null {
  let depth = 0
  let markup = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const special = SPECIAL.find(([start]) => xml.startsWith(start, at))
    const { end, attributes } = special ? { end: endOf(xml, special[1], at), attributes: 0 } : tagAt(xml, at)
    if (special === undefined && xml[end - 1] !== '/') depth += xml[at + 1] === '/' ? -1 : 1
    markup += 1 + attributes
    if (depth > MAX_DEPTH) return 'is nested too deeply'
    if (markup > MAX_MARKUP) return `has more than ${MAX_MARKUP} tags and attributes`
    if (attributes > MAX_ATTRIBUTES) return `has an element with more than ${MAX_ATTRIBUTES} attributes`
    at = end
  }
  return null
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found === -1 ? xml.length : found + mark.length - 1
}

/** Where a tag ends, and its attributes: a value in quotes may hold any sign. */
function tagAt(xml: string, from: number): { end: number; attributes: number } {
  let attributes = 0
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml[at]
    if (sign === '>' || sign === '<') return { end: at, attributes }
    if (sign !== '"' && sign !== "'") continue
    attributes += 1
    at = endOf(xml, sign, at + 1)
  }
  return { end: xml.length, attributes }
}
