import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIST_START, type ListPlace, type ListRows, readOn } from '../../../src/providers/opera/paging.ts'

type Answer = (offset: number, limit: number) => ListRows
const rowsOf = (ids: readonly number[]) => ids.map(String)
const listOf = (read: Answer) => ({
  identify: (raw: unknown) => raw as string,
  read: async (o: number, l: number) => read(o, l),
})

async function readAll(read: Answer, afterPage = (_page: number) => {}) {
  const items: unknown[] = []
  let place: ListPlace | null = LIST_START
  for (let page = 0; place !== null; page++) {
    const found = await readOn(listOf(read), place, 20)
    items.push(...found.items)
    place = found.next
    afterPage(page)
  }
  return items
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('the end of a list', () => {
  const vendor = (count: number, signs: (offset: number, rows: number) => Omit<ListRows, 'rows'>): Answer => {
    const all = rowsOf(numbers(count))
    return (offset, limit) => {
      const rows = all.slice(offset, offset + limit)
      return { rows, ...signs(offset, rows.length) }
    }
  }
  test.each([0, 1, 19, 20, 21, 40, 41, 100])('is found without any sign: %i rows', async (count) => {
    expect(await readAll(vendor(count, () => ({})))).toEqual(rowsOf(numbers(count)))
  })

  test('is a short page, whatever the vendor says about more', async () => {
    expect(await readAll(vendor(9, () => ({ hasMore: true, totalResults: 1_000 })))).toHaveLength(9)
  })

  test('is not a page that the vendor made smaller than asked', async () => {
    const capped: Answer = (offset) => vendor(50, () => ({ limit: 10 }))(offset, 10)
    expect(await readAll(capped)).toEqual(rowsOf(numbers(50)))
  })

  test('is a full page without more', async () => {
    let asked = 0
    const read = vendor(20, () => ({ hasMore: false }))
    await readAll((offset, limit) => {
      asked += 1
      return read(offset, limit)
    })
    expect(asked).toBe(1)
  })

  test('of a vendor that repeats its first page for ever is an error', async () => {
    const broken: Answer = () => ({ rows: rowsOf(numbers(20)), hasMore: true })
    await expect(readAll(broken)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

test('rows that stay are seen, whatever is added and removed between pages', async () => {
  const action = fc.record({ page: fc.nat(8), removes: fc.boolean(), at: fc.nat(200) })
  const run = async (count: number, actions: { page: number; removes: boolean; at: number }[]) => {
    const all = numbers(count).map((n) => n * 1_000)
    const lasting = new Set(all)
    const read: Answer = (offset, limit) => ({ rows: rowsOf(all.slice(offset, offset + limit)) })
    const act = ({ removes, at }: { removes: boolean; at: number }) => {
      if (removes) for (const gone of all.splice(at % (all.length + 1), 1)) lasting.delete(gone)
      else if (all.length > 0) all.splice(at % all.length, 0, (all[at % all.length] ?? 0) - 1)
    }
    const items = await readAll(read, (page) => {
      for (const one of actions) if (one.page === page) act(one)
    })
    const seen = new Set(items)
    expect([...lasting].filter((id) => !seen.has(String(id)))).toEqual([])
  }
  const schedules = fc.asyncProperty(fc.nat(120), fc.array(action, { maxLength: 12 }), run)
  await fc.assert(schedules, { numRuns: 1_000, seed: 14 })
})
