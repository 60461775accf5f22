import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FetchedPage } from '../../../src/providers/provider.ts'
import { type MovingList, walkList } from '../../../src/providers/transport/moving-list.ts'

interface Row {
  readonly id: number
  readonly version: number
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id, version: 0 }))
const gather = async (pages: AsyncGenerator<FetchedPage>, between: (page: FetchedPage) => void = () => {}) => {
  const items: Row[] = []
  for await (const page of pages) {
    items.push(...(page.items as Row[]))
    between(page)
  }
  return items
}

/** The list of a vendor that counts nothing: its last page is short. */
const listOf = (list: readonly Row[], pageSize = 10): MovingList => ({
  pageSize,
  async read(offset, limit) {
    const found = list.slice(offset, offset + limit)
    return { rows: found, isLast: found.length < limit }
  },
})
const pagesOf = (list: MovingList, cursor: string | null = null) => walkList(list, { cursor, limit: null })
const idsOf = (list: readonly Row[]) => [...new Set(list.map(({ id }) => id))].sort((a, b) => a - b)

test.each([0, 1, 9, 10, 11, 17, 18, 100])('%s rows in pages of ten', async (count) => {
  const found = await gather(pagesOf(listOf(rows(count))))
  expect(idsOf(found)).toEqual(idsOf(rows(count)))
})

test.each([1, 2])('pages of %s come to an end', async (pageSize) => {
  const found = await gather(pagesOf(listOf(rows(7), pageSize)))
  expect(idsOf(found)).toEqual(idsOf(rows(7)))
})

test('a walk goes on from any of its cursors', async () => {
  const list = rows(35)
  const cursors: (string | null)[] = []
  await gather(pagesOf(listOf(list)), (page) => cursors.push(page.cursor))
  for (const [index, cursor] of cursors.slice(0, -1).entries()) {
    const rest = await gather(pagesOf(listOf(list), cursor))
    expect(idsOf(rest)).toEqual(expect.arrayContaining(idsOf(list.slice(10 + index * 7))))
  }
})

test.each(['17', 'x', '{"reached":-1,"seen":[]}'])('%s is no cursor', async (cursor) => {
  const pages = pagesOf(listOf(rows(1)), cursor)
  await expect(gather(pages)).rejects.toMatchObject({ code: 'PROVIDER_CURSOR_INVALID' })
})

test('a count of the list in every row does not make the walk begin again', async () => {
  let asked = 0
  const read: MovingList['read'] = async (offset, limit) => {
    asked += 1
    const found = rows(50).slice(offset, offset + limit)
    return { rows: found.map((row) => ({ ...row, count: asked })), isLast: found.length < limit }
  }
  await gather(pagesOf({ pageSize: 10, read, fingerprint: (raw) => String((raw as Row).id) }))
  expect(asked).toBe(7)
})

describe('while the list changes under the walk', () => {
  /** What happens between two pages: rows vanish, new ones come first or last, edited ones move to the end. */
  const change = fc.record({
    remove: fc.array(fc.nat(60), { maxLength: 6 }),
    edit: fc.array(fc.nat(60), { maxLength: 6 }),
    prepend: fc.nat(3),
    append: fc.nat(3),
  })
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

  function apply(list: Row[], { remove, edit, prepend, append }: Change, nextId: () => number): void {
    for (const at of remove) if (at < list.length) list.splice(at, 1)
    for (const at of edit) {
      const [row] = at < list.length ? list.splice(at, 1) : []
      if (row) list.push({ ...row, version: row.version + 1 })
    }
    for (let i = 0; i < prepend; i++) list.unshift({ id: nextId(), version: 0 })
    for (let i = 0; i < append; i++) list.push({ id: nextId(), version: 0 })
  }

  test('no row that stays is left out, in 1 000 schedules', async () => {
    const schedule = fc.record({
      count: fc.integer({ min: 0, max: 60 }),
      pageSize: fc.integer({ min: 4, max: 12 }),
      changes: fc.array(change, { maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(schedule, async ({ count, pageSize, changes }) => {
        const list = rows(count)
        const [left, fresh] = [[...changes], { id: 1_000 }]
        const between = () => {
          const next = left.shift()
          if (next) apply(list, next, () => fresh.id++)
        }
        const found = await gather(pagesOf(listOf(list, pageSize)), between)
        const seen = new Set(idsOf(found))
        expect(list.filter(({ id }) => id < 1_000 && !seen.has(id))).toEqual([])
      }),
      { numRuns: 1_000, seed: 14 },
    )
  })
})
