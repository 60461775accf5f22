import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/promises.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| [SWTOBC]?\d/.test(line))
const LINK = /\[([^\]]+)\]\(\.\.\/((?:tests|src\/providers\/testing)\/[^)]+\.ts)\)/g

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('every promise is on the page, with the tests that prove it or the word that there is none', () => {
  const named = rows.map((row) => row.split('|')[1]?.trim())
  const syncs = [...numbers(1, 14), ...numbers(16, 19)].map((n) => `S${n}`)
  const webhooks = numbers(1, 13).map((n) => `W${n}`)
  const streams = numbers(1, 12).map((n) => `T${n}`)
  const operation = numbers(1, 7).map((n) => `O${n}`)
  const changes = numbers(1, 8).map((n) => `C${n}`)
  const sets = numbers(1, 6).map((n) => `B${n}`)
  const suffered = [...numbers(1, 15), 17, ...numbers(22, 25)].map(String)
  expect(named).toEqual([...syncs, ...webhooks, ...streams, ...changes, ...operation, ...sets, ...suffered])
  expect(rows.filter((row) => !row.match(LINK) && !row.includes('**not proven yet**'))).toEqual([])
})

test('every test that the page names exists under that title', () => {
  const links = [...page.matchAll(LINK)].map(([, title = '', path = '']) => ({ title, path }))
  expect(links.length).toBeGreaterThan(rows.length)
  const missing = links.filter(({ title, path }) => {
    const source = readFileSync(path, 'utf8')
    return !["'", '"', '`'].some((quote) => source.includes(quote + title + quote))
  })
  expect(missing).toEqual([])
})
