import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../src/providers/protel/soap/xml.ts'

const MEBIBYTE = 1024 * 1024
const fill = (part: string, length = MEBIBYTE) => part.repeat(Math.floor(length / part.length))
const parse = (xml: string) => () => parseXml(Buffer.from(xml))

describe('XML that is dear to look at is refused before it is parsed', () => {
  test.each([
    ['deep', fill('<a>'), /nested too deeply/],
    ['deep and closed', fill('<a>', MEBIBYTE / 2) + fill('</a>', MEBIBYTE / 2), /nested too deeply/],
    ['tags that never end', fill('<a '), /nested too deeply/],
    ['brackets', fill('<'), /nested too deeply/],
    ['wide', `<r>${fill('<a/>')}</r>`, /more than 20000/],
    ['wide with texts', `<r>${fill('<a>x</a>')}</r>`, /more than 20000/],
    ['declarations', `<r>${fill('<a xmlns:b="c"/>')}</r>`, /more than 20000/],
    ['comments', `<r>${fill('<!--x-->')}</r>`, /more than 20000/],
    ['texts that are quoted', `<r>${fill('<![CDATA[x]]>')}</r>`, /more than 20000/],
    ['instructions', `<r>${fill('<?x y?>')}</r>`, /more than 20000/],
    ['attributes', `<r ${Array.from({ length: 5_000 }, (_, n) => `a${n}='x'`).join(' ')}/>`, /200 attributes/],
    ['a quote that never ends', `<r a="${fill("'")}`, /well-formed/],
  ])('%s', (_, xml, message) => {
    expect(parse(xml)).toThrow(message)
  })
})

test('what only looks like markup counts for nothing', () => {
  const quoted = fill('<a b="/>" c=\'>>\'></a>', 20_000)
  const xml = `<r>${quoted}<![CDATA[${'<b>'.repeat(500)}]]><!-- ${'<b>'.repeat(500)} --></r>`
  expect(parseXml(Buffer.from(xml)).text).toBe('<b>'.repeat(500))
})

test('sixty levels and twenty thousand marks are read', () => {
  expect(parseXml(Buffer.from(fill('<a>', 180) + fill('</a>', 240))).name).toBe('a')
  expect(parseXml(Buffer.from(`<r>${'<a b="1"/>'.repeat(9_999)}</r>`)).children).toHaveLength(9_999)
})
