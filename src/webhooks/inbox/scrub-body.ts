import { maskCardNumbers } from '../../records/text/card-number.ts'
import { isIdentifierKey } from '../../records/text/identifier-key.ts'
import { scrubRaw } from '../../records/text/scrub.ts'
import { isSecretKey } from '../../records/text/secret-key.ts'

/** Cheap to ask and never wrong about "no": almost every message stops here and is kept byte for byte. */
const MAYBE_CARD = /\d(?:\D{0,3}\d){12}|cv[vc]|security[\s_-]?code|track[_-]?data|pin[_-]?block/i
// A tag ends where the next begins at the latest: looking further for its end, from each that has none, takes forever.
const XML_FIELD = /(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)[^<]*(?=<\/)/g
const XML_ATTRIBUTE = /(\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*)("[^"]*"|'[^']*')/g

// Of Unicode's private use: XML of vendors has none.
const MARK = '\ue000'
const KEPT = /\ue000(\d+)\ue000/g

/**
 * The bytes of a message without card numbers and card codes, which may not be stored whatever a vendor sends. A message
 * that holds none is returned as it came.
 */
export function scrubBody(body: Buffer): Buffer {
  const text = body.toString('utf8')
  if (!MAYBE_CARD.test(text)) return body
  const clean = isJson(text) ? scrubJson(text) : scrubXml(text)
  return clean === text ? body : Buffer.from(clean)
}

const isJson = (text: string) => /^\s*[[{"]/.test(text)

/** Judged by what is in it, not by how it is written: the text changes only when something had to go. */
function scrubJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    const clean = scrubRaw(value)
    const before = JSON.stringify(
      typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value },
    )
    return JSON.stringify(clean) === before ? text : JSON.stringify(Array.isArray(value) ? clean.value : clean)
  } catch {
    return maskCardNumbers(text)
  }
}

/** Ids stay what they are, however much they look like a card number: they are taken out before anything is masked. */
function scrubXml(text: string): string {
  const ids: string[] = []
  const kept = (value: string) => `${MARK}${ids.push(value) - 1}${MARK}`
  const isCode = (name: string) => isSecretKey(name) || /^seriescode$/i.test(name)
  const fields = text.replaceAll(MARK, '').replace(XML_FIELD, (all, open: string, name: string) => {
    if (isCode(name)) return open
    return isIdentifierKey(name) ? open + kept(all.slice(open.length)) : all
  })
  const attributes = fields.replace(XML_ATTRIBUTE, (all, start: string, name: string, value: string) => {
    if (isCode(name)) return `${start}""`
    return isIdentifierKey(name) ? start + kept(value) : all
  })
  return maskCardNumbers(attributes).replace(KEPT, (_, index: string) => ids[Number(index)] ?? '')
}
