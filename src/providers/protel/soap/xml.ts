import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import { z } from 'zod'
import { badUserInput } from '../../../errors.ts'
import { textOf } from '../../../platform/body-text.ts'
import { markupProblem } from './xml-size.ts'

/** An XML element as plain data, so that it can be stored and read again. Prefixes are resolved and gone. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without blanks around it. */
  readonly text: string
}

export const xmlElement: z.ZodType<XmlElement> = z.object({
  name: z.string(),
  namespace: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  get children() {
    return z.array(xmlElement)
  },
  text: z.string(),
})

/** Cards and their verification codes (`@SeriesCode`) are not even read. */
const CARD = /^Payment(Card|Form)s?$/

/**
 * Parses a document strictly. One with a DOCTYPE is refused before anything of it is read: SOAP forbids it, and entities
 * are how small documents become huge ones.
 * @throws PmsIntegrationError BAD_USER_INPUT
 */
export function parseXml(bytes: Buffer, contentType = ''): XmlElement {
  const xml = textOf(bytes, contentType).trim()
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw notXml('must not have a DOCTYPE')
  const problem = markupProblem(xml)
  if (problem !== null) throw notXml(problem)
  const { documentElement } = parseStrictly(xml)
  if (documentElement === null) throw notXml('is empty')
  return elementOf(documentElement)
}

function parseStrictly(xml: string) {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'application/xml')
  } catch {
    throw notXml('is not well-formed XML')
  }
}

function elementOf(element: Element): XmlElement {
  const attributes: Record<string, string> = {}
  for (const { localName, name, value } of element.attributes)
    if (!isDeclaration(name)) attributes[localName ?? name] = value
  const nodes = [...element.childNodes]
  const elements = nodes.filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
  const texts = nodes.filter((node) => node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
  return {
    name: element.localName ?? element.nodeName,
    namespace: element.namespaceURI,
    attributes,
    children: elements.map(elementOf).filter(({ name }) => !CARD.test(name)),
    text: texts
      .map((node) => node.nodeValue ?? '')
      .join('')
      .trim(),
  }
}

const isDeclaration = (name: string) => name === 'xmlns' || name.startsWith('xmlns:')

const notXml = (what: string) => badUserInput('body', `The message ${what}.`)

/** All elements at a path below, through every branch. */
export function allAt(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found = element === undefined ? [] : [element]
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return found
}

export const firstAt = (element: XmlElement | undefined, ...path: readonly string[]) => allAt(element, ...path)[0]

/** The first element of this name at any depth. */
export function findDeep(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined || element.name === name) return element
  for (const child of element.children) {
    const found = findDeep(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** An attribute; null when missing or blank. */
export const attributeOf = (element: XmlElement | undefined, name: string) => element?.attributes[name]?.trim() || null

export const isTrue = (value: string | null) => value === 'true' || value === '1'

/** Makes text safe inside an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
