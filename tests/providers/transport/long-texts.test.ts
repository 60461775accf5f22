import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutLongTexts } from '../../../src/providers/transport/large-answers/long-texts.ts'

const LONGEST = 20

/** The document as it is read in pieces of so many bytes. */
async function cut(document: string, pieceBytes: number): Promise<string> {
  const bytes = Buffer.from(document)
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    await delay(0)
  })()
  return Buffer.concat(await Readable.from(withoutLongTexts(pieces, LONGEST)).toArray()).toString()
}

/** What a reader of the whole document would make of it. */
function expected(value: unknown): unknown {
  if (typeof value === 'string')
    return Buffer.byteLength(JSON.stringify(value)) - 2 <= LONGEST ? value : expect.anything()
  if (Array.isArray(value)) return value.map(expected)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expected(inner)]))
}

test('whatever a document holds and however it is cut into pieces, it stays one, and short texts stay as they are', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('"', '\\\\', 'é', '😀', '\n', 'a') }),
  )
  const documents = fc.array(
    fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(texts, fc.integer(), fc.constant(null))),
    { minLength: 1 },
  )
  await fc.assert(
    fc.asyncProperty(documents, fc.integer({ min: 1, max: 40 }), async (document, pieceBytes) => {
      const read = JSON.parse(await cut(JSON.stringify(document), pieceBytes))
      expect(read).toEqual(expected(document))
    }),
    { numRuns: 300 },
  )
})

test('a long text keeps its beginning and says that it was cut, also between two characters and within none', async () => {
  for (let pieceBytes = 1; pieceBytes < 12; pieceBytes++) {
    const [{ id, notes, last }] = JSON.parse(
      await cut(JSON.stringify([{ id: 'b-1', notes: 'é'.repeat(500), last: 1 }]), pieceBytes),
    )
    expect({ id, notes, last }).toEqual({ id: 'b-1', notes: `${'é'.repeat(10)}… [cut: too large]`, last: 1 })
  }
  const escaped = `[{"notes":"${'\\u00e9'.repeat(99)}","last":1}]`
  expect(JSON.parse(await cut(escaped, 7))).toEqual([
    { notes: expect.stringMatching(/^é+… \[cut: too large\]$/), last: 1 },
  ])
})

test('what is no JSON passes as it is', async () => {
  const xml = `<list name="${'x'.repeat(99)}">${'"y'.repeat(50)}</list>`
  expect(await cut(xml, 9)).toBe(xml)
})
