import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { textOf } from '../../src/platform/body-text.ts'
import { unpacked } from '../../src/platform/unpack.ts'

const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><g>Müller – Łódź</g>`
const latin = (text: string) => Buffer.from(text, 'latin1')
const wide = (text: string) => Buffer.from(text, 'utf16le')

test.each([
  ['UTF-8', Buffer.from('{"a":"Müller 山田"}'), '', '{"a":"Müller 山田"}'],
  ['UTF-8 with a mark', Buffer.from('\uFEFF{"a":1}'), '', '{"a":1}'],
  ['ISO-8859-1 by its content type', latin('{"a":"Müller"}'), 'application/json; charset=ISO-8859-1', '{"a":"Müller"}'],
  ['ISO-8859-1 that nobody declared', latin('{"a":"Müller"}'), 'application/json', '{"a":"Müller"}'],
  ['ISO-8859-1 that was declared as UTF-8', latin('{"a":"Müller"}'), 'text/plain; charset=utf-8', '{"a":"Müller"}'],
  ['ISO-8859-1 by its XML', latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>ü</a>'), '', /<a>ü<\/a>/],
  ['UTF-16 with a mark', wide(`\uFEFF${xml('UTF-16')}`), 'text/xml', xml('UTF-16')],
  ['UTF-16 without one', wide(xml('UTF-16')), 'text/xml', xml('UTF-16')],
  ['UTF-16, big-endian', wide(xml('UTF-16')).swap16(), 'application/xml; charset=utf-16', xml('UTF-16')],
  ['UTF-8 that says it is UTF-16', Buffer.from(xml('UTF-16')), '', xml('UTF-16')],
  ['an encoding that nobody knows', Buffer.from(xml('x-ours')), 'text/xml; charset=x-theirs', xml('x-ours')],
  ['nothing', Buffer.alloc(0), '', ''],
])('%s is read', (_, bytes, type, expected) => {
  const text = textOf(bytes, type)
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
})

const body = Buffer.from('{"a":"Müller"}'.repeat(100))

test.each([
  ['', body],
  ['identity', body],
  ['gzip', gzipSync(body)],
  ['GZIP', gzipSync(body)],
  ['x-gzip', gzipSync(body)],
  ['deflate', deflateSync(body)],
  ['deflate', deflateRawSync(body)],
  ['br', brotliCompressSync(body)],
  ['gzip, br', brotliCompressSync(gzipSync(body))],
])('a body packed with “%s” is unpacked', async (encoding, packed) => {
  expect(await buffer(unpacked(Readable.from([packed]), encoding))).toEqual(body)
})

test.each(['gzip', 'deflate', 'br'])('a body that is no %s is an error, not a hang', async (encoding) => {
  await expect(buffer(unpacked(Readable.from([Buffer.from('plain text')]), encoding))).rejects.toThrow()
})

test('an encoding that is not known is refused', () => {
  expect(() => unpacked(Readable.from([body]), 'zip')).toThrow(RangeError)
})
