import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIST_START, type ListPosition, type ListStep, readOn } from '../../../src/providers/transport/moving-list.ts'
import { numberedPages, pageAt } from '../../../src/providers/transport/numbered-pages.ts'

test('there is a page that begins at or before any row and reaches well beyond it', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.constantFrom(20, 50, 100), (row, largest) => {
      const { pageNumber, pageSize } = pageAt(row, largest)
      expect(pageSize).toBeLessThanOrEqual(largest)
      expect((pageNumber - 1) * pageSize).toBeLessThanOrEqual(row)
      expect(pageNumber * pageSize).toBeGreaterThan(row + 3)
    }),
    { numRuns: 2_000 },
  )
})

/** Walks through the list, which `meanwhile` may change after each page. */
async function walk(list: number[], isCounted: boolean, meanwhile: (pages: number) => void = () => {}) {
  const found: unknown[] = []
  const pages = numberedPages({
    pageSize: 20,
    async read(pageNumber, pageSize) {
      const start = (pageNumber - 1) * pageSize
      return { rows: list.slice(start, start + pageSize), total: isCounted ? list.length : null }
    },
  })
  let count = 0
  for (let at: ListPosition | null = LIST_START; at !== null; ) {
    const { items, next }: ListStep = await readOn(pages, at)
    found.push(...items)
    at = next
    meanwhile(++count)
  }
  return found
}

const upTo = (length: number) => Array.from({ length }, (_, i) => i)

test('every row comes once, whether or not the vendor counts them', async () => {
  for (const length of [0, 1, 19, 20, 21, 300]) {
    expect(await walk(upTo(length), true)).toEqual(upTo(length))
    expect(await walk(upTo(length), false)).toEqual(upTo(length))
  }
})

test('rows that vanish behind take no others with them, however many they are', async () => {
  const removals = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(removals, fc.boolean(), async (counts, isCounted) => {
      const list = upTo(200)
      const found = await walk(list, isCounted, (pages) => list.splice(0, counts[pages - 1] ?? 0))
      for (const row of list) expect(found).toContain(row)
    }),
  )
})

test('a vendor that gives all rows on the first page, whatever the size, is read to the end', async () => {
  const rows = upTo(50)
  const pages = numberedPages({ pageSize: 20, read: async (page) => ({ rows: page === 1 ? rows : [], total: null }) })
  const { items, next } = await readOn(pages, LIST_START)
  expect(items).toEqual(rows)
  expect(next && (await readOn(pages, next))).toMatchObject({ items: [], next: null })
})

test('a vendor that answers the same page forever is told apart from a long list', async () => {
  const pages = numberedPages({ pageSize: 20, read: async () => ({ rows: upTo(10), total: 100 }) })
  const { next } = await readOn(pages, LIST_START)
  await expect(readOn(pages, next ?? LIST_START)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('a vendor that does not care for the page size is found out, not read forever', async () => {
  const read = async (page: number) => ({ rows: upTo(300).slice((page - 1) * 20, page * 20), total: 300 })
  const pages = numberedPages({ pageSize: 20, read })
  const { next } = await readOn(pages, LIST_START)
  await expect(readOn(pages, next ?? LIST_START)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})
